import type { Fact } from '../document/fact.ts';
import { addMonths, type Day } from '../time/civil-date.ts';
import type { Span } from '../time/span.ts';
import { bitOf, NOT_MET, UNKNOWN, type VerdictSet } from '../verdict.ts';
import type { Compiler } from './compiler.ts';
import { compileCount, unopened } from './count.ts';
import { UNBOUNDED, type CountRange, type Evidence, type Measured, type MeasureCode } from './measured.ts';
import { lookDay, type Run, type View } from './run.ts';
import { back, compileAnchor, compileLength, compileWindow, type Length, type Opened } from './windows.ts';

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
  return (run: Run, view: View, opens: Day): Baseline => {
    const count = read(run, view);
    const window = windowLength(run, view);
    if (count === undefined || window === undefined) return noValue;
    const length: Length = { unit, count: count * scale };
    // because month offsets are taken once from the day looked from, never chained
    const from =
      window.unit === unit
        ? back(compiler, lookDay(run, view), { unit, count: length.count + window.count })
        : back(compiler, opens, length);
    return { kind: 'days', span: { from, to: opens }, length };
  };
}

/** Each count times the other span's length, where the lengths differ. */
function asRates(counts: { current: CountRange; baseline: CountRange }, window: Length, baseline: Length) {
  if (window.unit !== baseline.unit || window.count === baseline.count) return counts;
  const scale = (range: CountRange, by: number) => ({ least: range.least * by, most: range.most * by });
  return { current: scale(counts.current, baseline.count), baseline: scale(counts.baseline, window.count) };
}

/** How far a count fell: every fall the ranges allow, and what a fall from nothing would be. */
function fall(current: CountRange, baseline: CountRange, zero: VerdictSet): Measured {
  let settled: VerdictSet = 0;
  let code: MeasureCode | undefined;
  if (baseline.least === 0) {
    if (current.least === 0) [settled, code] = [settled | zero, 'nothing-to-nothing'];
    if (current.most > 0)
      [settled, code] = [settled | NOT_MET, current.least === 0 ? undefined : 'rise-from-nothing'];
  }
  if (baseline.most === 0) return { settled, ...(code === undefined ? {} : { code }) };
  const lowest = Math.max(baseline.least, 1);
  const rising = current.most >= UNBOUNDED;
  return {
    settled,
    least: rising ? { part: -1, of: 0 } : { part: lowest - current.most, of: lowest },
    most: { part: baseline.most - current.least, of: baseline.most },
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
    if (opened.kind !== 'open') return unopened(opened, {});
    const baseline = before(run, view, opened.span.from);
    if (baseline.kind !== 'days') return unopened(baseline, {});
    const now = count(run, view, { span: opened.span });
    const then = count(run, view, { span: baseline.span });
    const window = windowLength(run, view) ?? baseline.length;
    const rates = asRates({ current: now.range, baseline: then.range }, window, baseline.length);
    return {
      ...fall(rates.current, rates.baseline, zeroBit(zero(run, view))),
      window: { span: opened.span },
      counts: { current: now.range, baseline: then.range, baselineSpan: baseline.span },
      evidence: together(now.evidence, then.evidence),
    };
  };
}
