import * as z from 'zod';
import { fundedPence } from '../decide/share.ts';
import { label, name } from '../document/names.ts';
import type { Ruleset } from '../document/ruleset.ts';
import { plainWindow } from '../programme/window-list.ts';
import { formatDay } from '../time/civil-date.ts';
import { type FamilyForecast, type ForecastClaim, type Way, ways } from './family.ts';
import type { OpenWindow } from './open-windows.ts';

/** Families that are listed by name, at most. */
const mostListed = 1000;

const count = z.int().nonnegative();

/** What is claimed. Money in pence. */
const sum = z.strictObject({
  /** Each once, however many payments are claimed for it. */
  families: count,
  claims: count,
  pence: count,
  /** What of it is funded, by the ruleset's share, rounded by window, payment and amount. */
  fundedPence: count,
});
type Sum = z.infer<typeof sum>;

const each = z.strictObject({ low: sum, expected: sum, high: sum });

/** What is forecast over families, window by window. */
export const forecast = z.strictObject({
  /** Families that could be read. */
  families: count,
  windows: z.array(
    plainWindow.extend({
      standing: plainWindow.shape.standing.unwrap().nullable(),
      ...each.shape,
      payments: z.array(each.extend({ payment: name, label })),
    }),
  ),
  total: each,
  /** Families for which nothing could be claimed in any of the windows, whatever is unknown of them. */
  never: z.strictObject({
    families: count,
    /** Of them, those for which something was claimed before. */
    claimedBefore: count,
    /** Ids of the first thousand, as they came. */
    ids: z.array(z.string()),
  }),
});
export type Forecast = z.infer<typeof forecast>;

/** Claims of one payment for as much each, and for how many families anything is. */
class Sums {
  private readonly amounts = new Map<string, { pence: number; claims: number }>();
  private families = 0;

  add(claims: readonly ForecastClaim[]): void {
    if (claims.length > 0) this.families += 1;
    for (const { payment, pence } of claims) {
      const key = `${payment} ${String(pence)}`;
      const held = this.amounts.get(key) ?? { pence, claims: 0 };
      this.amounts.set(key, { ...held, claims: held.claims + 1 });
    }
  }

  summed(share: Ruleset['share']): Sum {
    const amounts = [...this.amounts.values()];
    const all = (of: (one: (typeof amounts)[number]) => number) =>
      amounts.reduce((total, one) => total + of(one), 0);
    return {
      families: this.families,
      claims: all(({ claims }) => claims),
      pence: all(({ claims, pence }) => claims * pence),
      fundedPence: all(({ claims, pence }) => fundedPence(share, claims, pence)),
    };
  }
}

/** A fresh sum each way. */
const eachWay = (): Record<Way, Sums> => ({ low: new Sums(), expected: new Sums(), high: new Sums() });

const plus = (one: Sum, other: Sum): Sum => ({
  families: one.families,
  claims: one.claims + other.claims,
  pence: one.pence + other.pence,
  fundedPence: one.fundedPence + other.fundedPence,
});

/** Adds up what is forecast family by family. Memory does not grow with families, but for the ids that are listed. */
export class ForecastSums {
  private readonly ruleset: Ruleset;
  private readonly windows: readonly OpenWindow[];
  private readonly byWindow: readonly {
    readonly all: Record<Way, Sums>;
    readonly payments: readonly Record<Way, Sums>[];
  }[];
  private readonly once: Record<Way, number> = { low: 0, expected: 0, high: 0 };
  private readonly never = { families: 0, claimedBefore: 0, ids: new Array<string>() };
  private families = 0;

  constructor(ruleset: Ruleset, windows: readonly OpenWindow[]) {
    this.ruleset = ruleset;
    this.windows = windows;
    this.byWindow = windows.map(() => ({ all: eachWay(), payments: ruleset.payments.map(eachWay) }));
  }

  add(id: string, found: FamilyForecast): void {
    this.families += 1;
    for (const way of ways) {
      if (found[way].length > 0) this.once[way] += 1;
      for (const [at, { all, payments }] of this.byWindow.entries()) {
        const own = found[way].filter(({ window }) => window === at);
        if (own.length === 0) continue;
        all[way].add(own);
        for (const [position, { id: payment }] of this.ruleset.payments.entries())
          payments[position]?.[way].add(own.filter((one) => one.payment === payment));
      }
    }
    if (found.high.length > 0 || found.expected.length > 0 || found.low.length > 0) return;
    this.never.families += 1;
    if (found.claimedBefore) this.never.claimedBefore += 1;
    if (this.never.ids.length < mostListed) this.never.ids.push(id);
  }

  summed(): Forecast {
    const { share, payments: listed } = this.ruleset;
    const of = (sums: Record<Way, Sums>) => ({
      low: sums.low.summed(share),
      expected: sums.expected.summed(share),
      high: sums.high.summed(share),
    });
    const windows = this.windows.map(({ opens, closes, standing = null, ...window }, at) => {
      const { all = eachWay(), payments = [] } = this.byWindow[at] ?? {};
      return {
        ...{ ...window, standing, opens: formatDay(opens), closes: formatDay(closes) },
        ...of(all),
        payments: listed.map(({ id, label: called }, position) => ({
          ...{ payment: id, label: called },
          ...of(payments[position] ?? eachWay()),
        })),
      };
    });
    const total = (way: Way) =>
      windows
        .map((one) => one[way])
        .reduce(plus, { families: this.once[way], claims: 0, pence: 0, fundedPence: 0 });
    return {
      families: this.families,
      windows,
      total: { low: total('low'), expected: total('expected'), high: total('high') },
      never: { ...this.never, ids: [...this.never.ids] },
    };
  }
}
