import * as z from 'zod';
import { label, name, semver } from '../document/names.ts';
import { source, sources } from '../document/source.ts';

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
  source,
  note: label.optional(),
});

/** A versioned list of unit costs, apart from the rules of payment. */
export const unitCosts = z.strictObject({
  id: name,
  version: semver,
  title: label,
  /** The council whose list it is; absent, it is national. */
  authority: label.optional(),
  sources,
  costs: z.array(unitCost).min(1).max(5000),
  references: z.array(reference).max(200).optional(),
});
export type UnitCosts = z.infer<typeof unitCosts>;
