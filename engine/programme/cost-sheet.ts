import * as z from 'zod';
import { forms } from '../document/forms.ts';
import { missingDatum } from '../decide/decision.ts';
import { civilDay, label, name } from '../document/names.ts';
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

/** Days of a phase; `to` is the first outside. */
const span = z.strictObject({ from: civilDay, to: civilDay });

const phase = z.strictObject({
  id: name,
  label,
  /** The days whose records of a family are counted where one is given; without it none are. */
  span: span.optional(),
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

/** A quantity that records come to, which may be none. */
const quantityFound = z.union([z.int().nonnegative(), z.strictObject({ part: z.int(), of: z.int() })]);

/** A record that was counted. */
const recordCounted = z.strictObject({
  recordType: name,
  /** Position in the family's list of the type, from 0. */
  index: z.int().nonnegative(),
  /** Null where it names none. */
  member: z.string().nullable(),
  /** By itself: 1, its days within the phase, or its number. Days of several spells of one member count once. */
  worth: z.int().nonnegative(),
  /** When it was, in words. */
  text: z.string(),
});

/** What the records of a phase come to. */
const fromRecords = {
  /** Whether there may be more, because something is not known. */
  atLeast: z.boolean(),
  records: z.array(recordCounted),
  /** What is not known: days that coverage lacks, terms without a row, fields that records lack. */
  missing: z.array(missingDatum.omit({ neededFor: true })),
  /** The same in words; empty where nothing is missing. */
  missingText: z.string(),
};

const costedLine = z.strictObject({
  label,
  agency: label,
  /** What was multiplied; null for an amount entered as it is. */
  counted: z
    .strictObject({ cost: name, quantity: quantityFound, unit: label, ratePence: z.int().positive() })
    .nullable(),
  /** In the prices of its own year, to the nearest penny, halves up. */
  pence,
  priceYear,
  /** In the prices of the year that was asked for; the same where none was. */
  upratedPence: pence,
  evidence: evidence.nullable(),
  /** Null for a line of the sheet itself. */
  derived: z.strictObject(fromRecords).nullable(),
  /** What the families sharing it come to together, where it is a share. */
  shared: z.strictObject({ families: z.int().positive(), pence }).nullable(),
  source: source.nullable(),
});
export type CostedLine = z.infer<typeof costedLine>;

/** A unit cost that counts records, in a phase. */
const costNamed = { cost: name, label, agency: label };

/** Of the records that unit costs count in a phase: what is not among its lines. */
const apart = {
  /** Known to be none. */
  none: z.array(z.strictObject(costNamed)),
  /** Nothing surely counts, and there may be something. */
  notKnown: z.array(
    z.strictObject({ ...costNamed, missing: fromRecords.missing, missingText: fromRecords.missingText }),
  ),
  /** Entered by hand in the same phase: those lines are added up, and what the records come to is set beside them. */
  enteredToo: z.array(
    z.strictObject({
      ...costNamed,
      quantity: quantityFound,
      unit: label,
      ...fromRecords,
      /** Positions of the phase's lines that are of this unit cost. */
      lines: z.array(z.int().nonnegative()),
      /** In the prices of the year that was asked for, as a line's. */
      enteredPence: total,
      recordsPence: total,
      /** Of what was entered, less what the records come to. */
      differencePence: z.int(),
    }),
  ),
};

/** What a cost sheet comes to. Gross: what would have been without the intervention is not known, and not claimed. */
export const costs = z.strictObject({
  title: label,
  unitCosts: z.strictObject({ id: name, version: z.string(), title: label }),
  /** Whose records were counted, and the day they were seen on; null where none were. */
  family: z.strictObject({ id: z.string(), vocabulary: z.string(), asOf: civilDay }).nullable(),
  /** `gross`: no counterfactual is claimed. */
  basis: z.literal('gross'),
  /** The years whose prices are added up, in order; more than one where they were not uprated. */
  priceYears: z.array(priceYear),
  /** The year whose prices all are made, and the index by which; null where prices stand as they are. */
  uprated: z.strictObject({ to: priceYear, index: label, source: source.nullable() }).nullable(),
  phases: z.array(
    z.strictObject({
      id: name,
      label,
      span: span.nullable(),
      pence: total,
      /** Whether it may be more, because of records that are not known. */
      atLeast: z.boolean(),
      byAgency: z.array(z.strictObject({ agency: label, pence: total, atLeast: z.boolean() })),
      /** Those of the sheet in its order, then those that records come to in the order of the unit costs. */
      lines: z.array(costedLine),
      ...apart,
      printed: beside.nullable(),
    }),
  ),
  saving: z
    .strictObject({
      pence: z.int(),
      /** Which way it may lie off because of records that are not known: more before is more saved, more after is less. */
      bound: z.enum(['exact', 'at-least', 'at-most', 'open']),
      printed: beside.nullable(),
    })
    .nullable(),
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
