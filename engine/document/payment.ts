import * as z from 'zod';
import { condition } from './condition.ts';
import { label, name } from './names.ts';
import { number, parameterReference } from './parameter.ts';
import { source } from './source.ts';

/**
 * An amount due when its condition is met. Both kinds need eligibility and an attachment day by `asOf`.
 * `when` absent means nothing more is asked.
 */
export const payment = z.strictObject({
  id: name,
  label,
  kind: z.enum(['attachment', 'result']),
  /** Pence for a family. */
  amount: number,
  when: condition.optional(),
  pot: name.optional(),
  /** The first day on which it can no longer be claimed, a `day` parameter. */
  claimBefore: parameterReference.optional(),
  /** The most families an authority is paid for; held by the ledger of claims, never inside a decision. */
  families: z.strictObject({ atMost: number }).optional(),
  source,
  note: label.optional(),
});
export type Payment = z.infer<typeof payment>;

/** A cap in pence that several payments share, filled in listed order; an exclusive one pays only one of them. */
export const pot = z.strictObject({
  id: name,
  label,
  cap: number,
  exclusive: z.boolean().optional(),
  source,
});
export type Pot = z.infer<typeof pot>;

/** A sum in pence for an authority whatever its families achieve; told beside what its claims come to. */
export const grant = z.strictObject({
  id: name,
  label,
  amount: number,
  each: z.enum(['year', 'programme']),
  source,
});
export type Grant = z.infer<typeof grant>;

/**
 * The funded fraction of families, `funded` of every `of`. `families` says how a fraction of a family is rounded,
 * `money` to what a total is rounded (to the nearest, halves up).
 */
export const share = z.strictObject({
  funded: z.int().positive(),
  of: z.int().positive(),
  families: z.enum(['floor', 'nearest', 'none']),
  money: z.enum(['penny', 'pound']),
  source,
});
export type Share = z.infer<typeof share>;
