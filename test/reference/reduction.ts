import type { Fact } from '../../engine/document/fact.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { numberOf, resolved } from './parameters.ts';
import type { Look, Settled } from './question.ts';
import { between, type Value } from './values.ts';
import { lengthOf, monthsBefore, moved, windowOf, type Window } from './windows.ts';

type ReductionFact = Extract<Fact, { reduction: unknown }>;

/** Long enough for every pair of small counts; the last stands for all larger ones. */
const SMALL = 30;

interface Length {
  readonly count: number;
  readonly unit: 'days' | 'months';
}

function lookBack(look: Look, fact: ReductionFact): Length | undefined {
  const { count, unit, times } = lengthOf(fact.window);
  const length = numberOf(look, count);
  return length === undefined ? undefined : { count: length * times, unit };
}

function baselineLength(look: Look, { baseline }: ReductionFact): Length | undefined {
  const [count, unit, times] =
    'days' in baseline
      ? ([baseline.days, 'days', 1] as const)
      : 'weeks' in baseline
        ? ([baseline.weeks, 'days', 7] as const)
        : ([baseline.months, 'months', 1] as const);
  const length = numberOf(look, count);
  return length === undefined ? undefined : { count: length * times, unit };
}

/** The span that ends where the window opens: where both go by months, one offset from the day looked from. */
function justBefore(look: Look, window: Window, lengths: { current: Length; before: Length }): Window {
  const { current, before } = lengths;
  const back = { count: -before.count, unit: before.unit };
  if (current.unit === 'days' || before.unit === 'days') {
    return { opens: moved(look, window.opens, back), closes: window.opens, terms: [] };
  }
  const plain = moved(look, look.lookedFrom, { count: -current.count, unit: 'months' });
  const first = moved(look, look.lookedFrom, { count: -current.count - before.count, unit: 'months' });
  return { opens: first + (window.opens - plain), closes: window.opens, terms: [] };
}

function baselineOf(look: Look, fact: ReductionFact, window: Window): Window | Settled {
  if ('before' in fact.baseline) return monthsBefore(look, fact.baseline.before, fact.baseline.months);
  const current = lookBack(look, fact);
  const before = baselineLength(look, fact);
  return current && before ? justBefore(look, window, { current, before }) : 'no-value';
}

/** Months against months and days against days as they are written, otherwise by the days of each span. */
function lengthsOf(
  look: Look,
  fact: ReductionFact,
  spans: { window: Window; baseline: Window },
): [number, number] {
  const current = lookBack(look, fact);
  const before = baselineLength(look, fact);
  if (current && before && current.unit === before.unit) return [current.count, before.count];
  const { window, baseline } = spans;
  return [window.closes - window.opens, baseline.closes - baseline.opens];
}

function zeroBaseline({ question, ...look }: Look): Verdict {
  const named = question.ruleset.zeroBaseline ?? 'not-applicable';
  const choice = typeof named === 'string' ? named : resolved({ question, ...look }, named);
  return choice === 'met' || choice === 'not-met' || choice === 'not-applicable' ? choice : 'unknown';
}

interface Counted {
  readonly least: number;
  readonly most: number;
}

function ends({ least, most }: Counted): number[] {
  const few = between({ least, most: Math.min(most, least + SMALL) });
  return most > least + SMALL ? [...few, most] : few;
}

/** What each possible pair of counts comes to. */
export function reductionOf(
  look: Look,
  fact: ReductionFact,
  countIn: (window: Window) => Counted,
): (Value | Verdict)[] | Settled {
  const window = windowOf(look, fact.window);
  const early =
    'before' in fact.baseline ? monthsBefore(look, fact.baseline.before, fact.baseline.months) : window;
  if (window === 'not-met' || early === 'not-met') return 'not-met';
  if (typeof window === 'string') return window;
  const baseline = baselineOf(look, fact, window);
  if (typeof baseline === 'string') return baseline;
  if (window.opens >= window.closes || baseline.opens >= baseline.closes) return ['not-applicable'];
  const [currentLength, beforeLength] = lengthsOf(look, fact, { window, baseline });
  const pairs = ends(countIn(window)).flatMap((now) =>
    ends(countIn(baseline)).map((before) => ({ now, before })),
  );
  return pairs.map(({ now, before }) => {
    if (before === 0) return now === 0 ? zeroBaseline(look) : 'not-met';
    if (now === 0) return { over: 1n, under: 1n };
    const was = BigInt(before) * BigInt(currentLength);
    return { over: was - BigInt(now) * BigInt(beforeLength), under: was };
  });
}
