import type { Comparison, OperatorName, Setting } from '../document/condition.ts';
import type { Fact } from '../document/fact.ts';
import type { Parameter } from '../document/parameter.ts';
import type { ComparedFact, Literal, Ratio } from './computed.ts';
import { all, any, is, type Logic } from './logic.ts';
import type { Verdict } from '../verdict.ts';
import type { RuleBook, VerdictRules } from './rule-book.ts';

/** One end of what a fact may be, as a whole number under a fact's name, and the whole number it is held against. */
interface End {
  readonly fact: string;
  readonly bound: number;
}

interface Bounds {
  readonly least: End;
  readonly most: End;
}

interface Ends extends Bounds {
  readonly yesNo: boolean;
}

type Bound = (ends: Ends) => Logic;

/** What is or is not there is 0 or 1: of the comparisons with either, half need not be asked. */
function foregone({ yesNo }: Ends, operator: OperatorName, bound: number): boolean | undefined {
  if (!yesNo) return undefined;
  if (operator === 'greaterThanInclusive' || operator === 'lessThan') {
    return bound === 0 ? operator === 'greaterThanInclusive' : undefined;
  }
  return bound === 1 ? operator === 'lessThanInclusive' : undefined;
}

const test = (end: keyof Bounds, operator: OperatorName): Bound => {
  return (ends) => {
    const { fact, bound } = ends[end];
    return foregone(ends, operator, bound) ?? { fact, operator, value: bound };
  };
};
const both =
  (...bounds: readonly Bound[]): Bound =>
  (ends) =>
    all(bounds.map((it) => it(ends)));
const either =
  (...bounds: readonly Bound[]): Bound =>
  (ends) =>
    any(bounds.map((it) => it(ends)));

interface Holds {
  /** True of every value from the least to the most. */
  readonly met: Bound;
  /** False of every one. */
  readonly 'not-met': Bound;
}

const isExactly = both(test('least', 'greaterThanInclusive'), test('most', 'lessThanInclusive'));
const isNowhere = either(test('least', 'greaterThan'), test('most', 'lessThan'));

const operators: Readonly<Record<OperatorName, Holds>> = {
  equal: { met: isExactly, 'not-met': isNowhere },
  notEqual: { met: isNowhere, 'not-met': isExactly },
  lessThan: { met: test('most', 'lessThan'), 'not-met': test('least', 'greaterThanInclusive') },
  lessThanInclusive: { met: test('most', 'lessThanInclusive'), 'not-met': test('least', 'greaterThan') },
  greaterThan: { met: test('least', 'greaterThan'), 'not-met': test('most', 'lessThanInclusive') },
  greaterThanInclusive: { met: test('least', 'greaterThanInclusive'), 'not-met': test('most', 'lessThan') },
};

/** A threshold in the unit of what is compared with it: percentages as hundredths of a percent, weeks as days. */
function scaled(threshold: Literal, fact: Fact, unit: Parameter['unit'] | undefined): Ratio {
  if (typeof threshold !== 'number') return { part: threshold === true ? 1 : 0, of: 1 };
  if ('ratio' in fact || 'reduction' in fact) return { part: Math.round(threshold * 100), of: 10_000 };
  return { part: 'length' in fact && unit === 'weeks' ? threshold * 7 : threshold, of: 1 };
}

/**
 * Two fractions as whole numbers in the same order: each times the other's denominator. Where one is beyond 2^53, both
 * less the second, and no further than 2^53: the order is still exactly theirs.
 */
function wholes(left: Ratio, right: Ratio): readonly [number, number] {
  const [a, b] = [BigInt(left.part) * BigInt(right.of), BigInt(right.part) * BigInt(left.of)];
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  const exact = (whole: bigint) => -most <= whole && whole <= most;
  if (exact(a) && exact(b)) return [Number(a), Number(b)];
  const apart = a - b;
  return [Number(exact(apart) ? apart : apart < 0n ? -most : most), 0];
}

/** How a comparison is declared: the fact it reads and the parameter it is held against, if it is one. */
export interface Declared {
  readonly condition: Comparison;
  readonly fact: Fact;
  readonly unit: Parameter['unit'] | undefined;
}

/** A comparison is settled only where every value that the fact may have, and every verdict beside them, agree. */
export function comparison(
  book: RuleBook,
  id: string,
  { condition, fact, unit, found }: Declared & { found: ComparedFact | undefined },
): VerdictRules {
  if (found === undefined) return {};
  const beside = book.given(`#settled ${id}`, found.settled.join(' '));
  const mayBe = (verdict: Verdict) => found.settled.includes(verdict);
  if (found.range === undefined) {
    const only = (verdict: Verdict) => mayBe(verdict) && is(beside, verdict);
    return { met: only('met'), 'not-met': only('not-met'), 'not-applicable': only('not-applicable') };
  }
  if (found.threshold === undefined) return {};
  const bound = scaled(found.threshold, fact, unit);
  const end = (name: keyof Bounds, value: Ratio): End => {
    const [whole, against] = wholes(value, bound);
    return { fact: book.given(`#${name} ${id}`, whole), bound: against };
  };
  const { least, most } = found.range;
  const ends = { least: end('least', least), most: end('most', most), yesNo: 'exists' in fact };
  const holds = operators[condition.operator];
  const besideOnly = (verdict: Verdict) =>
    found.settled.length === 0 || (mayBe(verdict) && is(beside, verdict));
  return {
    met: all([besideOnly('met'), holds.met(ends)]),
    'not-met': all([besideOnly('not-met'), holds['not-met'](ends)]),
  };
}

/** A parameter compared with a value: the public engine compares numbers and words just as they are. */
export function setting(
  book: RuleBook,
  id: string,
  { condition, held }: { condition: Setting; held: Literal | undefined },
): VerdictRules {
  if (held === undefined) return {};
  const fact = book.given(`#held ${id}`, held);
  const { operator, value } = condition;
  const holds = { fact, operator, value };
  return { met: holds, 'not-met': { not: holds } };
}
