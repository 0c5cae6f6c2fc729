import * as z from 'zod';
import { forms } from './forms.ts';
import { fieldName, label, name } from './names.ts';
import { number, parameterReference } from './parameter.ts';
import { source } from './source.ts';
import { anchor, relativeWindow, termWindow, timeWindow } from './time-window.ts';
import { where } from './where.ts';

export const roles = z.union([name, z.array(name).min(1)]);

/** Ages in whole years: `from` is the youngest in, `below` the youngest out. */
const ages = { from: number.optional(), below: number.optional() };

/**
 * The age a member must have for a record to count: on the record's own day, or on the day looked from. A `choice`
 * parameter that decides it says `event` or `looked-from`.
 */
export const agedOn = z.strictObject({
  ...ages,
  on: z.union([z.enum(['event', 'lookedFrom']), parameterReference]),
});

const common = {
  /** A noun phrase: "fixed-term exclusions", "a placement in a pupil referral unit". */
  label,
  /** Present where the fact is measured for one member at a time, of these roles. */
  each: z.strictObject({ role: roles.optional() }).optional(),
  source: source.optional(),
};

const records = {
  where: where.optional(),
  aged: agedOn.optional(),
  /** For a fact of the whole family: only records of members of these roles count. */
  by: z.strictObject({ role: roles }).optional(),
};

export const countFact = z.strictObject({ count: name, ...common, ...records, window: timeWindow });
export const existsFact = z.strictObject({ exists: name, ...common, ...records, window: timeWindow });

/** A pooled ratio over school terms: (the sum of `sum` less `minus`) over `over`. 0/0 is `not-applicable`. */
export const ratioFact = z.strictObject({
  ratio: z.strictObject({
    of: name,
    sum: z.union([fieldName, z.array(fieldName).min(1)]),
    minus: z.array(fieldName).min(1).optional(),
    over: fieldName,
  }),
  ...common,
  window: termWindow,
});

/** How far a count has fallen from the span just before the window, as a percentage of it. */
export const reductionFact = z.strictObject({
  reduction: name,
  ...common,
  ...records,
  window: relativeWindow,
  /** A span that ends where the window opens, or that ends at an anchor. Lengths that differ are compared as rates. */
  baseline: forms([
    z.strictObject({ days: number }),
    z.strictObject({ weeks: number }),
    z.strictObject({ months: number }),
    z.strictObject({ before: anchor, months: number }),
  ]),
});

/** Days in spells within the window: all of them, or the longest unbroken run. */
export const lengthFact = z.strictObject({
  length: z.strictObject({ of: name, measure: z.enum(['total', 'longest']) }),
  ...common,
  ...records,
  window: timeWindow,
});

/** Whole years of a member's age. */
export const ageFact = z.strictObject({ age: z.union([z.literal('lookedFrom'), anchor]), ...common });

/** Whether a member lives with the family. */
export const residentFact = z.strictObject({ resident: z.literal(true), ...common });

/** Whether a member was of compulsory school age in any of the window's terms. */
export const schoolAgeFact = z.strictObject({ schoolAge: termWindow, ...common });

/** Whether the family has a day of this name by `asOf`. */
export const datedFact = z.strictObject({ dated: z.enum(['attachedOn', 'closedOn']), ...common });

/** Whether this payment was claimed before, in this programme and phase. */
export const claimedFact = z.strictObject({ claimed: name, ...common });

export const fact = forms([
  countFact,
  existsFact,
  ratioFact,
  reductionFact,
  lengthFact,
  ageFact,
  residentFact,
  schoolAgeFact,
  datedFact,
  claimedFact,
]);
export type Fact = z.infer<typeof fact>;
