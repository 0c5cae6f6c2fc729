import * as z from 'zod';
import { label, name } from '../document/names.ts';
import { source, sources } from '../document/source.ts';

/** An exact number in lowest terms, and the same as it is read: `364.5`, or `400/3` where no few decimals are exact. */
const exact = z
  .strictObject({ part: z.int().nonnegative(), of: z.int().positive(), text: z.string() })
  .meta({ description: 'An exact number in lowest terms. Never rounded.' });
export type Exact = z.infer<typeof exact>;

const pence = z.int().nonnegative();
const part = z.strictObject({ part: z.int().nonnegative(), of: z.int().positive() });
const said = z.strictObject({
  families: exact,
  /** The share as it is said, and what it is a share of, which has a source of its own; null where families are counted. */
  shareOf: z.strictObject({ share: part, base: z.strictObject({ families: pence, source }) }).nullable(),
  source,
});
export type Said = z.infer<typeof said>;
const about = { id: name, authority: label, label };

/** A source's own amount beside ours. */
const beside = z.strictObject({
  pence,
  /** Ours less what is printed; nothing is made of which is right. */
  differencePence: z.int(),
  source,
});
export type Beside = z.infer<typeof beside>;

const verdict = z.enum(['met', 'not-met', 'unknown']);

/** One figure against one number that was expected; figures that are the same count once. */
const reached = z.strictObject({
  figure: exact,
  expected: exact,
  share: exact,
  /** To the nearest whole per cent, halves up; the verdict goes by the exact numbers. */
  percent: z.int().nonnegative(),
  verdict,
  /** Of the percentage less the printed one; null where none is printed. */
  differencePercent: z.int().nullable(),
});
export type Reached = z.infer<typeof reached>;

const judgedTarget = z.strictObject({
  ...about,
  period: label,
  measure: name,
  /** `unknown` without a figure or anything expected, and where what is said leads to different answers. */
  verdict,
  expected: z.array(said),
  figures: z.array(said),
  reached: z.array(reached),
  printed: z.strictObject({ percent: z.int().nonnegative(), source }).nullable(),
});
export type JudgedTarget = z.infer<typeof judgedTarget>;

const fundingTotal = z.strictObject({
  ...about,
  pence,
  lines: z.array(z.strictObject({ label, period: label.nullable(), pence, source })),
  printed: beside.nullable(),
});
export type FundingTotal = z.infer<typeof fundingTotal>;

const sharedAmount = z.strictObject({
  ...about,
  pence,
  source,
  /** Each rounded down to the penny, pence left over to the largest fractions, of equal ones to the first: they add up to the whole. */
  shares: z.array(
    z.strictObject({ id: name, label, share: exact, pence, source, printed: beside.nullable() }),
  ),
});
export type SharedAmount = z.infer<typeof sharedAmount>;

/** What is released at one performance. */
const released = z.strictObject({
  performance: exact,
  percent: z.int().nonnegative(),
  /** Where its band begins, that performance included. */
  from: exact,
  share: exact,
  /** Rounded down to the penny, so that both parts add up to the fees; null where no fees are given. */
  nowPence: pence.nullable(),
  laterPence: pence.nullable(),
  /** What becomes of the rest. */
  rest: label.nullable(),
  source,
});
export type Released = z.infer<typeof released>;

const releasedFees = z.strictObject({
  ...about,
  period: label,
  /** The id of the target that counts. */
  performance: name,
  /** `unknown`: of the performance there is no figure. `disputed`: what is said of it leads to different shares. */
  known: z.enum(['yes', 'unknown', 'disputed']),
  fees: z.strictObject({ pence, source }).nullable(),
  /** One for each figure that differs, against each number that was expected. */
  released: z.array(released),
  /** From which performance on which share is released at once, the highest first: all of them, whichever applies. */
  bands: z.array(z.strictObject({ from: exact, share: exact, rest: label.nullable(), source })),
});
export type ReleasedFees = z.infer<typeof releasedFees>;

const allowed = z.strictObject({
  ...about,
  /** It is no payment of the programme and counts to none. */
  basis: z.literal('outside-payments'),
  perFamily: z.strictObject({ pence, source }),
  families: z.strictObject({ families: pence, source }).nullable(),
  asked: z.strictObject({ pence, source }).nullable(),
  /** The cap of all families together; null where it is not known how many they are. */
  mostPence: pence.nullable(),
  /** What was asked for, up to the most; null where either is not known. */
  pence: pence.nullable(),
  /** What was asked for beyond the most. */
  overPence: pence.nullable(),
});
export type Allowed = z.infer<typeof allowed>;

const conflict = z.strictObject({
  /** What differs: figures or expectations of a target, statements, or what is printed and what the figures come to. */
  kind: z.enum(['figures', 'expected', 'statements', 'printed']),
  ...about,
  said: z.array(z.strictObject({ value: z.string(), source: source.nullable() })),
  /** Of the greatest less the least; null between words that are no days or months. */
  difference: z
    .strictObject({ amount: exact, unit: z.enum(['families', 'per-cent', 'months', 'days', 'pence']) })
    .nullable(),
});
export type Conflict = z.infer<typeof conflict>;

/** What a programme's targets and funding come to. */
export const programmeTotals = z.strictObject({
  title: label,
  /** What each `ref` of a source is, as the programme has it. */
  sources,
  targets: z.array(judgedTarget),
  funding: z.array(fundingTotal),
  splits: z.array(sharedAmount),
  releases: z.array(releasedFees),
  allowances: z.array(allowed),
  /** Where a source contradicts itself or another: all that is said, and how far apart it is. Nothing is chosen. */
  conflicts: z.array(conflict),
});
export type ProgrammeTotals = z.infer<typeof programmeTotals>;
