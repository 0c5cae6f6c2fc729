import type { CompiledRuleset } from '../decide/compile.ts';
import { evaluate } from '../decide/evaluate.ts';
import type { Due } from '../decide/payments.ts';
import type { Judged } from '../earliest/between.ts';
import { judgedAsKnown } from '../earliest/claimable.ts';
import { goingOn } from '../earliest/going-on.ts';
import type { Family } from '../family/family.ts';
import { addDays, type Day } from '../time/civil-date.ts';
import type { OpenWindow } from './open-windows.ts';

/** How far what is forecast is sure: due already, due if nothing new happens, possible were the unknown found to speak for it. */
export const ways = ['low', 'expected', 'high'] as const;
export type Way = (typeof ways)[number];

export interface ForecastQuestion {
  readonly asOf: Day;
  /** In order, none over another, none closed by `asOf`. */
  readonly windows: readonly OpenWindow[];
  readonly restateAttachment?: Day | undefined;
}

/** A claim that would be made. */
export interface ForecastClaim {
  readonly payment: string;
  /** The position of its window among those asked about. */
  readonly window: number;
  readonly on: Day;
  readonly pence: number;
}

/** The claims that would be made for one family, each way, in the order in which they would be. */
export interface FamilyForecast extends Readonly<Record<Way, readonly ForecastClaim[]>> {
  /** Whether something was claimed for it before, in this programme and phase, by the day asked about. */
  readonly claimedBefore: boolean;
}

/** What may be claimed of each payment on a day, in the ruleset's order. */
type Claimable = (dues: readonly Due[], made: readonly ForecastClaim[]) => readonly number[];

/** A family as it stands after some forecast claims, which are earlier claims from their day on. */
function having(
  { ruleset: { programme, phase } }: CompiledRuleset,
  family: Family,
  made: readonly ForecastClaim[],
): Family {
  const claims = made.map(({ payment, on, pence }) => ({
    ...{ programme, phase, payment, on, pence },
    localAuthority: undefined,
  }));
  return { ...family, claims: [...family.claims, ...claims] };
}

/** What each payment comes to from a day on. */
type Known = Pick<Judged, 'from' | 'dues'>;

/** Judges the rest of a window from a day on, for a family after some claims; each is found once, whichever way asks. */
type JudgeWindow = (made: readonly ForecastClaim[], from: Day, window: OpenWindow) => Iterable<Known>;

/** The days that are judged, each once and none before it is looked at, however often they are gone through. */
function remembered(judged: Iterator<Judged>): Iterable<Known> {
  const found: Known[] = [];
  return {
    *[Symbol.iterator]() {
      for (let at = 0; ; at += 1) {
        if (at === found.length) {
          const next = judged.next();
          if (next.done === true) return;
          // because the rest of what is judged is large, and nothing here looks at it
          found.push({ from: next.value.from, dues: next.value.dues });
        }
        const one = found[at];
        if (one !== undefined) yield one;
      }
    },
  };
}

function judging(compiled: CompiledRuleset, later: Family, asked: ForecastQuestion): JudgeWindow {
  const found = new Map<string, Iterable<Known>>();
  const { restateAttachment } = asked;
  return (made, from, { closes }) => {
    const key = JSON.stringify([from, made]);
    const before = found.get(key);
    if (before !== undefined) return before;
    const stretch = { asOf: from, until: addDays(closes, -1), restateAttachment };
    const judged = remembered(judgedAsKnown(compiled, having(compiled, later, made), stretch));
    found.set(key, judged);
    return judged;
  };
}

function firstOf(days: Iterable<Known>, isWanted: (one: Known) => boolean): Known | undefined {
  for (const one of days) if (isWanted(one)) return one;
  return undefined;
}

/**
 * Claims whatever may be claimed on the first day of each window on which something may be, and looks again from that day on: what
 * is claimed is an earlier claim from then. A payment is never claimed beyond its rate, so that it comes to an end.
 */
function claimed(asked: ForecastQuestion, judge: JudgeWindow, may: Claimable): ForecastClaim[] {
  const made: ForecastClaim[] = [];
  for (const [position, window] of asked.windows.entries()) {
    let from: Day | undefined = window.opens > asked.asOf ? window.opens : asked.asOf;
    while (from !== undefined) {
      const next = firstOf(judge(made, from, window), ({ dues }) =>
        may(dues, made).some((pence) => pence > 0),
      );
      if (next !== undefined) {
        const amounts = may(next.dues, made);
        const claims = next.dues.map(({ id }, at) => ({
          ...{ payment: id, window: position, on: next.from },
          pence: amounts[at] ?? 0,
        }));
        made.push(...claims.filter(({ pence }) => pence > 0));
      }
      from = next?.from;
    }
  }
  return made;
}

const due: Claimable = (dues) => dues.map((one) => one.due);
const possible: Claimable = (dues) => dues.map((one) => one.possible);

/** No more of a payment than was due on the day asked about, and no more than is due still. */
function dueAlready(then: readonly Due[]): Claimable {
  return (dues, made) =>
    dues.map((now, at) => {
      const own = made.filter(({ payment }) => payment === now.id);
      const left = (then[at]?.due ?? 0) - own.reduce((sum, { pence }) => sum + pence, 0);
      return Math.max(0, Math.min(now.due, left));
    });
}

/**
 * What would be claimed for a family in each window if nothing new happens to it after `asOf`: by the rules alone, asked again after
 * every claim. Total, and reads no clock.
 */
export function forecastOf(
  compiled: CompiledRuleset,
  family: Family,
  asked: ForecastQuestion,
): FamilyForecast {
  const { asOf, windows, restateAttachment } = asked;
  const last = windows.at(-1);
  // because claims made later stand where those that are forecast do, and no pot pays both
  const known = { ...family, claims: family.claims.filter(({ on }) => on <= asOf) };
  const later = last === undefined ? known : goingOn(known, { asOf, until: addDays(last.closes, -1) });
  const judge = judging(compiled, later, asked);
  const { dues } = evaluate(compiled, later, { asOf, restateAttachment });
  const { programme, phase } = compiled.ruleset;
  return {
    // because no more is claimed than was due, and looking takes long
    low: dues.some((one) => one.due > 0) ? claimed(asked, judge, dueAlready(dues)) : [],
    expected: claimed(asked, judge, due),
    high: claimed(asked, judge, possible),
    claimedBefore: known.claims.some((one) => one.programme === programme && one.phase === phase),
  };
}
