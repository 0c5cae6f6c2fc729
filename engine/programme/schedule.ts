import * as z from 'zod';
import { civilDay, label, name } from '../document/names.ts';
import { claimWindow } from './claim-windows.ts';
import { plainWindow } from './window-list.ts';

/** More columns than any programme has quarters. */
const mostColumns = 200;
/** So few, and so little for a result, that every sum over the most columns is exact. */
const families = z.int().nonnegative().max(1_000_000);
const pence = z.int().nonnegative().max(10_000_000);

/** An exact fraction, from none to all. */
const part = z.strictObject({
  part: z.int().nonnegative().max(1_000_000),
  of: z.int().positive().max(1_000_000),
});

/**
 * Whom a part of the families is led by: its share of them, how many it has room for, and how many are commissioned from it.
 * `room` steps up or down from a column on, named by its label; before the first step nothing is known of it.
 */
const lead = z.strictObject({
  id: name,
  label,
  share: part,
  room: z
    .array(z.strictObject({ from: label, families }))
    .min(1)
    .optional(),
  commissioned: families.optional(),
});

/** Another way to share the same families among the same leads; one that is not named leads none. The shares add up to all. */
const otherSplit = z.strictObject({
  id: name,
  label,
  /** Where it is from, or that it is made up. */
  source: label,
  shares: z
    .array(z.strictObject({ lead: name, share: part }))
    .min(1)
    .max(20),
});

const windowsOf = claimWindow.pick({ programme: true, phase: true });

/**
 * Families as they are taken on, column by column, a quarter each as a rule, and how long each then takes: so many columns until
 * it leaves the caseload, and so many until a result can be claimed for it.
 */
export const schedule = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        label,
        /** Its first day. Wanted of every column where claims are made in windows; it ends where the next one begins. */
        from: civilDay.optional(),
        /** Families taken on in it; none where absent. */
        engaged: families.optional(),
        /** Pence for a result of a family taken on in it. Absent, no cash is forecast of those. */
        resultPence: pence.optional(),
      }),
    )
    .min(1)
    .max(mostColumns),
  /** The first day after the last column; wanted where claims are made in windows. */
  to: civilDay.optional(),
  leavesAfter: z.int().positive().max(mostColumns),
  claimableAfter: z.int().positive().max(mostColumns),
  leads: z.array(lead).min(1).max(20).optional(),
  /** Other splits, each worked out beside that of the leads. */
  otherSplits: z.array(otherSplit).min(1).max(10).optional(),
  /** How many of every so many families a result is claimed for, each way in its own words: low, expected, high. */
  scenarios: z
    .array(z.strictObject({ id: name, label, claimed: part }))
    .min(1)
    .max(20)
    .optional(),
  /** The part of claims that is funded, families rounded down and money to the penny; all of them where absent. */
  funded: part.optional(),
  /** The windows in which claims are made; at any time where absent, column by column. */
  windows: z.array(plainWindow).min(1).max(mostColumns).optional(),
  /** In place of `windows`: those in force of a programme and phase. */
  windowsOf: windowsOf.optional(),
  /** What a reader has to know of it, such as what is made up. */
  note: label.optional(),
});
export type Schedule = z.infer<typeof schedule>;
export type Part = z.infer<typeof part>;
export type Lead = z.infer<typeof lead>;
export type OtherSplit = z.infer<typeof otherSplit>;

const total = z.int().nonnegative().meta({ description: 'Families.' });

/** What each scenario comes to: how many are claimed for, how many of those are funded, and what for. */
const sums = { claims: total, funded: total, pence: z.int().nonnegative() };
const cash = z.array(z.strictObject({ id: name, ...sums }));
const leads = z.array(
  z.strictObject({
    id: name,
    families: total,
    /** Null where nothing is known of it. */
    room: total.nullable(),
    /** Families beyond its room; null where nothing is known of it. */
    beyond: total.nullable(),
  }),
);
/** Of those led by each at the peak, how many are beyond what is commissioned from it; nothing of a lead that says nothing of it. */
const uncommissioned = z.array(z.strictObject({ id: name, families: total }));

/** What one column comes to. */
const projectedColumn = z.strictObject({
  label,
  engaged: total,
  /** Taken on up to and in this column. */
  cumulative: total,
  /** Leave in it: those taken on `leavesAfter` columns before. */
  leaving: total,
  /** Being worked with: taken on and not left. */
  caseload: total,
  /** Become claimable in it: those taken on `claimableAfter` columns before. */
  claimable: total,
  cumulativeClaimable: total,
  leads,
  cash,
  /** The window in which those who become claimable in it are claimed for; null where there is none for them. */
  claimedIn: name.nullable(),
});

/** What is claimed in each window. The sums over windows and what is left unclaimed are those over columns. */
const cashByWindow = z.strictObject({
  /** The programme and phase whose windows in force these are; null where the schedule lists its own. */
  of: windowsOf.nullable(),
  /** In the order in which they open. */
  windows: z.array(
    plainWindow.extend({
      standing: plainWindow.shape.standing.unwrap().nullable(),
      /** Families that can be claimed for in it, and in none before. */
      families: total,
      cash,
    }),
  ),
  /** Who becomes claimable when no window is left, and what would have been claimed for them. */
  unclaimed: z.strictObject({ families: total, cash }),
});
export type CashByWindow = z.infer<typeof cashByWindow>;

/** What a schedule comes to. */
export const projection = z.strictObject({
  columns: z.array(projectedColumn),
  /** The first column with the most families at once, and how they are led. */
  peak: projectedColumn.pick({ label: true, caseload: true, leads: true }),
  uncommissioned,
  /** Who would lead how many by each other split, at the peak and column by column. */
  otherSplits: z.array(
    z.strictObject({
      ...{ id: name, label, source: label },
      peak: projectedColumn.pick({ label: true, caseload: true, leads: true }),
      uncommissioned,
      columns: z.array(projectedColumn.pick({ label: true, leads: true })),
    }),
  ),
  /** Taken on too late to become claimable in any of the columns. */
  neverClaimable: total,
  /** Of claims; each count is rounded down. */
  funded: part,
  /** `claimed`: of those who become claimable, as the scenario assumes. */
  cash: z.array(z.strictObject({ id: name, label, claimed: part, ...sums })),
  /** Null where the schedule has no windows. */
  byWindow: cashByWindow.nullable(),
  /** What the schedule says of itself. */
  note: label.nullable(),
});
export type Projection = z.infer<typeof projection>;
export type ProjectedColumn = z.infer<typeof projectedColumn>;
