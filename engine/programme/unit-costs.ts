import * as z from 'zod';
import { forms } from '../document/forms.ts';
import { fieldName, label, name, semver } from '../document/names.ts';
import { ruleset } from '../document/ruleset.ts';
import { source, sources } from '../document/source.ts';
import { where } from '../document/where.ts';

/** The year whose prices an amount is in: a calendar year, `2013`, or a financial one, `2013/14`. */
export const priceYear = z.string().regex(/^\d{4}(\/\d{2})?$/);

/** Amounts of money that one thing is said to cost, each as its source has it: they may differ. */
const reference = z.strictObject({
  id: name,
  label,
  figures: z
    .array(
      z.strictObject({
        pence: z.int().positive(),
        /** How many families it is of; one where absent. */
        families: z.int().positive().optional(),
        source,
      }),
    )
    .min(1),
});

const records = {
  /** A record type of the vocabulary. */
  records: name,
  /** As in a fact; it names its kinds, because unit costs have no parameters. */
  where: where.optional(),
};

/**
 * What of a family's records a unit cost is one of: a record, which counts on its own day or the first of its spell or
 * term; a day or a week within spells; or one of what a field of events or school terms comes to.
 */
const counted = forms([
  z.strictObject({ ...records, per: z.enum(['record', 'day', 'week']) }),
  z.strictObject({ ...records, sum: fieldName }),
]);
export type CountedRecords = z.infer<typeof counted>;

/** What one of something costs whom, in the prices of a year. There is no unit cost without a year. */
const unitCost = z.strictObject({
  id: name,
  label,
  /** Who bears it. */
  agency: label,
  /** What it is for one of, such as an hour of police time. */
  unit: label,
  pence: z.int().positive().max(1_000_000_000),
  priceYear,
  /** Where absent, nothing of a family's records is counted for it. */
  counted: counted.optional(),
  source,
  note: label.optional(),
});
export type UnitCost = z.infer<typeof unitCost>;

/** A versioned list of unit costs, apart from the rules of payment. */
export const unitCosts = z.strictObject({
  id: name,
  version: semver,
  title: label,
  /** The council whose list it is; absent, it is national. */
  authority: label.optional(),
  /** `family@1`: the vocabulary of the records that are counted. */
  vocabulary: ruleset.shape.vocabulary.optional(),
  /** Whose school terms place records of terms; needed where those are counted. */
  calendar: ruleset.shape.calendar.optional(),
  sources,
  costs: z.array(unitCost).min(1).max(5000),
  references: z.array(reference).max(200).optional(),
});
export type UnitCosts = z.infer<typeof unitCosts>;
