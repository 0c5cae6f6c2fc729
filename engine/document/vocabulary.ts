import * as z from 'zod';
import { fieldName, kindId, label, name } from './names.ts';
import { source, sources } from './source.ts';

const common = {
  label,
  /** A required field is always there; an optional one that is absent is unknown, never false. */
  required: z.boolean().optional(),
  /** Whether `null` may be said, meaning that it is known to have no value. */
  nullable: z.boolean().optional(),
};

/** A field of a record and the values it takes. */
export const field = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('kind'),
    ...common,
    values: z.array(z.strictObject({ id: kindId, label, source: source.optional() })).min(1),
  }),
  z.strictObject({ type: z.literal('yes-no'), ...common }),
  z.strictObject({
    type: z.literal('count'),
    ...common,
    unit: z.enum(['sessions', 'pence', 'times', 'points']),
    /** The most it can be; absent where no source bounds it. */
    max: z.int().nonnegative().optional(),
  }),
  z.strictObject({ type: z.literal('day'), ...common }),
  z.strictObject({ type: z.literal('text'), ...common, maxLength: z.int().positive().optional() }),
]);
export type Field = z.infer<typeof field>;

/** `event` has `on`; `spell` has `from` and `to` (first day outside, null while it lasts); `term` has `term`. */
export const shape = z.enum(['event', 'spell', 'term']);
export type Shape = z.infer<typeof shape>;

export const recordType = z.strictObject({
  /** Noun phrases, without an article: "proven offence", "proven offences". */
  label: z.strictObject({ one: label, many: label }),
  shape,
  /** Whether a record names a member: it must, it may, or it is always about the family as a whole. */
  member: z.enum(['required', 'optional', 'none']),
  fields: z.record(fieldName, field),
  /** Sums of count fields that cannot exceed another, such as absences within possible sessions. */
  limits: z.array(z.strictObject({ sum: z.array(fieldName).min(1), atMost: fieldName })).optional(),
  source: source.optional(),
});
export type RecordType = z.infer<typeof recordType>;

const monthAndDay = z.string().regex(/^\d{2}-\d{2}$/);

/**
 * Compulsory school age in a term: the `startsAt`th birthday falls on or before the term's cut-off day, and the
 * `endsAt`th on or after `leavingYearFrom` of the academic year (so the whole leaving year counts).
 */
export const schoolAge = z.strictObject({
  startsAt: z.int(),
  cutOff: z.strictObject({ autumn: monthAndDay, spring: monthAndDay, summer: monthAndDay }),
  endsAt: z.int(),
  leavingYearFrom: monthAndDay,
  source,
});

/** What a family record may hold: roles, record types, their fields and their shape in time. */
export const vocabulary = z.strictObject({
  id: name,
  version: z.int().positive(),
  title: label,
  sources,
  roles: z.array(z.strictObject({ id: name, label })).min(1),
  schoolAge,
  /** Optional fields that every record may carry, such as `evidence`. */
  everyRecord: z.record(fieldName, field),
  recordTypes: z.record(name, recordType),
});
export type Vocabulary = z.infer<typeof vocabulary>;
