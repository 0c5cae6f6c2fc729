import type { Fact } from '../document/fact.ts';
import { addDays, addMonths, type Day } from '../time/civil-date.ts';
import { isEmpty, type Span } from '../time/span.ts';
import { bitOf, NOT_APPLICABLE, NOT_MET, UNKNOWN, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { compileCount, unopened } from './count.ts';
import {
  UNBOUNDED,
  type CountRange,
  type Evidence,
  type Fraction,
  type Measured,
  type MeasureCode,
} from './measured.ts';
import { lookDay, type Run, type View } from './run.ts';
import type { Opened } from './opened.ts';
import { back, compileAnchor, compileLength, compileWindow, type Length } from './windows.ts';

type ReductionFact = Extract<Fact, { reduction: string }>;

/** The span before the window, and how many of one unit each is long, so that they compare as rates. */
type Baseline =
  { readonly kind: 'days'; readonly span: Span; readonly length: Length } | Exclude<Opened, { kind: 'open' }>;

const noValue: Baseline = { kind: 'undetermined', code: 'no-parameter-value' };

function compileBaseline(compiler: Compiler, fact: ReductionFact) {
  const { baseline } = fact;
  const { parameters } = compiler;
  if ('before' in baseline) {
    const reach = compileAnchor(compiler, baseline.before);
    const months = parameters.number(baseline.months);
    return (run: Run, view: View): Baseline => {
      const anchor = reach(run, view);
      const count = months(run, view);
      if (anchor.kind !== 'day') return anchor;
      if (count === undefined) return noValue;
      const from = addMonths(anchor.day, -count, compiler.monthEnd);
      return { kind: 'days', span: { from, to: anchor.day }, length: { unit: 'months', count } };
    };
  }
  const unit: Length['unit'] = 'months' in baseline ? 'months' : 'days';
  const value = 'months' in baseline ? baseline.months : 'weeks' in baseline ? baseline.weeks : baseline.days;
  const scale = 'weeks' in baseline ? 7 : 1;
  const read = parameters.number(value);
  const windowLength = compileLength(compiler, fact.window);
  return (run: Run, view: View, opens: Day | undefined): Baseline => {
    const count = read(run, view);
    const window = windowLength(run, view);
    if (count === undefined || window === undefined || opens === undefined) return noValue;
    const length: Length = { unit, count: count * scale };
    if (window.unit !== unit)
      return { kind: 'days', span: { from: back(compiler, opens, length), to: opens }, length };
    // because month offsets are taken once from the day looked from, never chained
    const day = lookDay(run, view);
    const whole = back(compiler, day, { unit, count: length.count + window.count });
    const from = addDays(whole, opens - back(compiler, day, window));
    return { kind: 'days', span: { from, to: opens }, length };
  };
}

interface Measures {
  readonly length: Length;
  readonly span: Span;
}

/** By how much each count is multiplied so that spans of different lengths compare as rates. */
interface Weights {
  readonly current: number;
  readonly baseline: number;
}

/** Months against months and days against days as they are written, otherwise by the days of each span. */
function weightsOf(window: Measures, baseline: Measures): Weights {
  const days = ({ span }: Measures) => span.to - span.from;
  if (window.length.unit !== baseline.length.unit) return { current: days(baseline), baseline: days(window) };
  if (window.length.count === baseline.length.count) return { current: 1, baseline: 1 };
  return { current: baseline.length.count, baseline: window.length.count };
}

/** The fall from one count to another, as rates. */
function fraction(from: number, to: number, weights: Weights): Fraction {
  return { part: from * weights.baseline - to * weights.current, of: from * weights.baseline };
}

/** How far a count fell: every fall the ranges allow, and what a fall from nothing would be. */
function fall(
  counts: { current: CountRange; baseline: CountRange },
  weights: Weights,
  zero: VerdictSet,
): Measured {
  const { current, baseline } = counts;
  const rises = baseline.least === 0 && current.most > 0;
  const stays = baseline.least === 0 && current.least === 0;
  const settled: VerdictSet = (stays ? zero : 0) | (rises ? NOT_MET : 0);
  if (baseline.most === 0) {
    const code: MeasureCode | undefined =
      stays === rises ? undefined : stays ? 'nothing-to-nothing' : 'rise-from-nothing';
    return { settled, ...(code === undefined ? {} : { code }) };
  }
  const unbounded = current.most >= UNBOUNDED;
  return {
    settled,
    least: unbounded ? { part: -1, of: 0 } : fraction(Math.max(baseline.least, 1), current.most, weights),
    most: fraction(baseline.most, current.least, weights),
  };
}

function together(left: Evidence | undefined, right: Evidence | undefined): Evidence | undefined {
  if (left === undefined || right === undefined) return undefined;
  return {
    recordType: left.recordType,
    counted: [...left.counted, ...right.counted],
    possible: [...left.possible, ...right.possible],
    gaps: [...left.gaps, ...right.gaps],
  };
}

export function compileReduction(compiler: Compiler, fact: ReductionFact) {
  const count = compileCount(compiler, fact.reduction, fact);
  const open = compileWindow(compiler, fact.window);
  const before = compileBaseline(compiler, fact);
  const windowLength = compileLength(compiler, fact.window);
  const zero = compiler.parameters.choice(compiler.ruleset.zeroBaseline ?? 'not-applicable');
  const zeroBit = (word: string | undefined) =>
    word === 'met' || word === 'not-met' || word === 'not-applicable' ? bitOf(word) : UNKNOWN;
  return (run: Run, view: View): Measured => {
    const opened = open(run, view);
    if (opened.kind === 'settled') return unopened(opened);
    // because what the baseline counts from may be settled even where the window is undetermined
    const baseline = before(run, view, opened.kind === 'open' ? opened.span.from : undefined);
    if (baseline.kind === 'settled') return unopened(baseline);
    if (opened.kind !== 'open') return unopened(opened);
    if (baseline.kind !== 'days') return unopened(baseline);
    if (isEmpty(opened.span) || isEmpty(baseline.span))
      return { settled: NOT_APPLICABLE, code: 'nothing-to-measure', window: { span: opened.span } };
    const now = count(run, view, { span: opened.span });
    const then = count(run, view, { span: baseline.span });
    const length = windowLength(run, view) ?? baseline.length;
    const weights = weightsOf({ length, span: opened.span }, baseline);
    const counts = { current: now.range, baseline: then.range };
    const { settled, least, most, code } = fall(counts, weights, zeroBit(zero(run, view)));
    // because a spread here took more time than the rest of the fall
    return {
      settled,
      least,
      most,
      code,
      window: { span: opened.span },
      counts: { current: now.range, baseline: then.range, baselineSpan: baseline.span },
      evidence: together(now.evidence, then.evidence),
    };
  };
}
