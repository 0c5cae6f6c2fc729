import * as z from 'zod';
import { forms } from '../document/forms.ts';
import { label, name } from '../document/names.ts';
import { source, sources } from '../document/source.ts';
import { mostPence } from './cost-sheet.ts';

/** So few that every difference of exact numbers can still be written in JSON. */
const families = z.int().nonnegative().max(1_000_000);
const someFamilies = z.int().positive().max(1_000_000);
const pence = z.int().nonnegative().max(mostPence);

/** An exact part of the whole, such as 45 of 100. */
const share = z.strictObject({
  part: z.int().nonnegative().max(1000),
  of: z.int().positive().max(1000),
});
const someShare = share.extend({ part: z.int().positive().max(1000) });

/** Families as a source counts them. */
const counted = z.strictObject({ families, source });
const someCounted = counted.extend({ families: someFamilies });
/** Families as a share of a number that has a source of its own; never rounded. */
const derived = z.strictObject({ share, base: someCounted, source });

/** Money as a source has it. */
const money = z.strictObject({ pence, source });

/** What an entry of a programme is about. */
const about = { id: name, authority: label, label };

/** How many families were to be reached in a period, and how many were. Each may be said more than once: all that is said stands. */
const target = z.strictObject({
  ...about,
  /** As the source labels it, such as `Sept 2013 (Year 2, Q2)`. */
  period: label,
  /** What is counted, such as `engaged`, `claimed` or `with-lead-professional`. */
  measure: name,
  expected: z
    .array(forms([someCounted, derived.extend({ share: someShare })]))
    .max(5)
    .optional(),
  /** Absent, nothing is known of what was reached. */
  figures: z
    .array(forms([counted, derived]))
    .max(20)
    .optional(),
  /** The percentage as a source prints it. */
  printed: z.strictObject({ percent: z.int().nonnegative().max(10_000), source }).optional(),
});

/** A month, `2013-07`, or a day, `2013-07-01`. */
const dayOrMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/);

/** What sources say of one thing in words, such as when claims are first possible. */
const statement = z.strictObject({
  ...about,
  said: z
    .array(
      z.strictObject({
        words: label,
        /** The day or month it says, where it says one. */
        on: dayOrMonth.optional(),
        source,
      }),
    )
    .min(1)
    .max(20),
});

const funding = z.strictObject({
  ...about,
  lines: z
    .array(money.extend({ label, period: label.optional() }))
    .min(1)
    .max(500),
  /** The total as a source prints it. */
  printed: money.optional(),
});

/** Who bears which share of an amount. The shares add up to all of it. */
const split = z.strictObject({
  ...about,
  whole: money,
  shares: z
    .array(z.strictObject({ id: name, label, share, source, printed: money.optional() }))
    .min(1)
    .max(20),
});

/** From a performance on, that one included, which share of the year's fees is released at once, and what becomes of the rest. */
const band = z.strictObject({ from: share, released: share, rest: label.optional(), source });

/** How a year's fees are released by what was reached of a target. */
const release = z.strictObject({
  ...about,
  period: label,
  /** The id of the target that counts. */
  performance: name,
  /** Absent, shares are said and no amounts. */
  fees: money.optional(),
  /** The highest first; the last is from nothing. */
  bands: z.array(band).min(1).max(20),
});

/** Money that may be asked for up to so much a family, outside the programme's payments. */
const allowance = z.strictObject({
  ...about,
  perFamily: money.extend({ pence: z.int().positive().max(1_000_000_000) }),
  families: counted.optional(),
  /** Absent, nothing is known of what was asked for. */
  asked: money.optional(),
});

/** Targets and funding of authorities, as their sources have them. */
export const programme = z.strictObject({
  id: name,
  title: label,
  sources,
  targets: z.array(target).max(200).optional(),
  statements: z.array(statement).max(500).optional(),
  funding: z.array(funding).max(200).optional(),
  splits: z.array(split).max(200).optional(),
  releases: z.array(release).max(200).optional(),
  allowances: z.array(allowance).max(500).optional(),
});
export type Programme = z.infer<typeof programme>;

type Entry<Key extends keyof Programme> = Extract<Programme[Key], readonly unknown[]>[number];
export type Target = Entry<'targets'>;
export type Statement = Entry<'statements'>;
export type Funding = Entry<'funding'>;
export type Split = Entry<'splits'>;
export type Release = Entry<'releases'>;
export type Allowance = Entry<'allowances'>;
/** Families, counted or derived. */
export type Quantity = z.infer<typeof counted> | z.infer<typeof derived>;
