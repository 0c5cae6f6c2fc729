import * as z from 'zod';
import { forms } from '../document/forms.ts';
import { label, name } from '../document/names.ts';
import { source, sources } from '../document/source.ts';
import { priceYear } from './unit-costs.ts';

/** A milliard pounds, in pence: no line comes to more. */
export const mostPence = 100_000_000_000;

const pence = z.int().nonnegative().max(mostPence);
/** Of many lines together. */
const total = z.int().nonnegative();
const evidence = label;

/** So many, whole or as an exact fraction. */
const quantity = z.union([
  z.int().positive().max(1_000_000),
  z.strictObject({ part: z.int().positive().max(1_000_000), of: z.int().positive().max(1_000_000) }),
]);

/** So many of a unit cost. */
const counted = z.strictObject({
  label,
  cost: name,
  quantity,
  evidence: evidence.optional(),
  source: source.optional(),
});

/** An amount that was entered as it is, with the evidence for it. */
const entered = z.strictObject({
  label,
  pence,
  priceYear,
  agency: label,
  evidence,
  /** Of how many families it is one's share, where it is of a cost of all of them. */
  sharedBy: z.int().positive().max(1_000_000).optional(),
  source: source.optional(),
});

/** A total as a source prints it. */
const printed = z.strictObject({ pence, source: source.optional() });

const phase = z.strictObject({
  id: name,
  label,
  lines: z.array(forms([counted, entered])).max(500),
  printed: printed.optional(),
});

/** An index by which prices of one year are made prices of another. Its values are compared, so that only their ratio counts. */
const index = z.strictObject({
  title: label,
  source: source.optional(),
  values: z.record(priceYear, z.int().positive().max(1_000_000)),
});

/** What a family cost, in phases such as before, intervention and after. */
export const costSheet = z.strictObject({
  /** Whose costs they are, in the author's own words. */
  title: label,
  sources,
  phases: z.array(phase).min(1).max(20),
  /** What is saved: one phase less others. */
  saving: z.strictObject({ of: name, less: z.array(name).min(1), printed: printed.optional() }).optional(),
  /** Where absent, prices stand as they are. */
  uprated: z.strictObject({ to: priceYear, by: index }).optional(),
});
export type CostSheet = z.infer<typeof costSheet>;
export type CostLine = CostSheet['phases'][number]['lines'][number];

/** A source's own total beside that of the items. */
const beside = z.strictObject({
  pence,
  /** Of the items, less what is printed; nothing is made of which is right. */
  differencePence: z.int(),
  source: source.optional(),
});

const costedLine = z.strictObject({
  label,
  agency: label,
  /** What was multiplied; null for an amount entered as it is. */
  counted: z.strictObject({ cost: name, quantity, unit: label, ratePence: z.int().positive() }).nullable(),
  /** In the prices of its own year, to the nearest penny, halves up. */
  pence,
  priceYear,
  /** In the prices of the year that was asked for; the same where none was. */
  upratedPence: pence,
  evidence: evidence.nullable(),
  /** What the families sharing it come to together, where it is a share. */
  shared: z.strictObject({ families: z.int().positive(), pence }).nullable(),
  source: source.nullable(),
});
export type CostedLine = z.infer<typeof costedLine>;

/** What a cost sheet comes to. Gross: what would have been without the intervention is not known, and not claimed. */
export const costs = z.strictObject({
  title: label,
  unitCosts: z.strictObject({ id: name, version: z.string(), title: label }),
  /** `gross`: no counterfactual is claimed. */
  basis: z.literal('gross'),
  /** The years whose prices are added up, in order; more than one where they were not uprated. */
  priceYears: z.array(priceYear),
  phases: z.array(
    z.strictObject({
      id: name,
      label,
      pence: total,
      byAgency: z.array(z.strictObject({ agency: label, pence: total })),
      lines: z.array(costedLine),
      printed: beside.nullable(),
    }),
  ),
  saving: z.strictObject({ pence: z.int(), printed: beside.nullable() }).nullable(),
  /** Figures that sources give for one thing and that differ, each for one family. */
  conflicts: z.array(
    z.strictObject({
      id: name,
      label,
      figures: z.array(z.strictObject({ pencePerFamily: total, families: z.int().positive(), source })),
      /** Of the greatest figure less the least, for one family. */
      differencePence: total,
    }),
  ),
});
export type Costs = z.infer<typeof costs>;
