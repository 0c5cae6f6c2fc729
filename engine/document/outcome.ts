import * as z from 'zod';
import { condition } from './condition.ts';
import { label, name } from './names.ts';
import { source } from './source.ts';

/** The day a part looks from: the attachment day (`asOf` until attached), or `asOf`. */
export const looksFrom = z.enum(['attachment', 'asOf']);
export type LooksFrom = z.infer<typeof looksFrom>;

/** One named identification test. It looks from the attachment day unless it says otherwise. */
export const criterion = z.strictObject({
  id: name,
  /** Whose rule it is, such as `national` or `local`. */
  group: name,
  label,
  looksFrom: looksFrom.optional(),
  appliesWhen: condition.optional(),
  when: condition,
  source,
  note: label.optional(),
});
export type Criterion = z.infer<typeof criterion>;

/** A way to be eligible. */
export const route = z.strictObject({ id: name, label, when: condition, source });
export type Route = z.infer<typeof route>;

/** Whose recorded judgement may stand in place of the rule's own verdict. */
export const overridable = z.strictObject({ roles: z.array(name).min(1), source });

export const outcomePart = z.strictObject({
  id: name,
  label,
  appliesWhen: condition.optional(),
  when: condition,
  override: overridable.optional(),
  source: source.optional(),
});
export type OutcomePart = z.infer<typeof outcomePart>;

/** One named result test: one condition, or parts of which every one that applies must be met. It looks from `asOf`. */
export const outcome = z.strictObject({
  id: name,
  label,
  looksFrom: looksFrom.optional(),
  appliesWhen: condition.optional(),
  when: condition.optional(),
  parts: z.array(outcomePart).min(1).optional(),
  override: overridable.optional(),
  source,
  note: label.optional(),
});
export type Outcome = z.infer<typeof outcome>;
