import * as z from 'zod';
import { forms } from './forms.ts';
import { name } from './names.ts';
import { number, yesNo } from './parameter.ts';
import { where } from './where.ts';

/** A day on the family: when it was attached or closed, or its first or last record of a type. */
export const anchor = forms([
  z.enum(['attachedOn', 'closedOn']),
  z.strictObject({ first: name, where: where.optional() }),
  z.strictObject({ last: name, where: where.optional() }),
]);
export type Anchor = z.infer<typeof anchor>;

const look = {
  /** Whether the day looked from is inside. */
  includes: yesNo,
  /** Whether the very first day, to the day that long before, is inside; yes where absent. */
  includesFirst: yesNo.optional(),
  /** The window must open on or after this day; until then the test is `not-met`, too early. */
  notBefore: anchor.optional(),
};

export const relativeWindow = forms([
  z.strictObject({ lastDays: number, ...look }),
  z.strictObject({ lastWeeks: number, ...look }),
  z.strictObject({ lastMonths: number, ...look }),
  z.strictObject({ lastYears: number, ...look }),
]);
export type RelativeWindow = z.infer<typeof relativeWindow>;

/** The last completed school terms before the day looked from; with `partTerm`, the term in progress counts as one of them. */
export const termWindow = z.strictObject({
  lastTerms: number,
  partTerm: yesNo.optional(),
  notBefore: anchor.optional(),
});

export type TermWindow = z.infer<typeof termWindow>;

/**
 * A half-open span of days `[opens, closes)`, or a run of school terms. `after` is the length that follows an anchor:
 * until it has wholly passed the test is `not-met`, too early.
 */
export const timeWindow = forms([
  ...relativeWindow.options,
  termWindow,
  z.strictObject({ since: anchor, includes: yesNo }),
  z.strictObject({ after: anchor, days: number }),
  z.strictObject({ after: anchor, weeks: number }),
  z.strictObject({ after: anchor, months: number }),
  z.strictObject({ before: anchor, months: number }),
  z.strictObject({ on: z.union([z.literal('lookedFrom'), anchor]) }),
  z.strictObject({ ever: z.literal(true), includes: yesNo }),
]);
export type TimeWindow = z.infer<typeof timeWindow>;
