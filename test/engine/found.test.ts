import { describe, expect, test } from 'vitest';
import { UNBOUNDED, type Measured } from '../../engine/decide/measured.ts';
import { foundAmount } from '../../engine/explain/found.ts';
import { comparisonPhrases } from '../../engine/read/comparisons.ts';
import type { Amount } from '../../engine/read/thresholds.ts';
import { NOT_MET } from '../../engine/verdict.ts';
import { day } from '../builders/decided.ts';
import { shippedRuleset } from '../builders/shipped.ts';

const { compiler } = shippedRuleset('england/phase-1/1.0.0');
const said = comparisonPhrases(compiler, {
  fact: 'fixed-term-exclusions',
  operator: 'greaterThanInclusive',
  value: 3,
});
if (said === undefined) throw new Error('Phase 1 counts fixed-term exclusions');

const of = (least: [number, number], most = least, settled: Measured['settled'] = 0): Measured => ({
  settled,
  least: { part: least[0], of: least[1] },
  most: { part: most[0], of: most[1] },
});

describe('what was found stands where a rule says what it asks', () => {
  test.for<{ amount: Amount; measured: Measured; found: string; open?: boolean; why: string }>([
    { amount: 'things', measured: of([0, 1]), found: 'no', why: 'none at all' },
    { amount: 'things', measured: of([1, 1]), found: '1', why: 'one' },
    { amount: 'things', measured: of([0, 1], [1, 1]), found: '0 to 1', why: 'none or one' },
    { amount: 'things', measured: of([2, 1], [UNBOUNDED, 1]), found: '2 or more', why: 'some known' },
    {
      amount: 'things',
      measured: of([0, 1], [UNBOUNDED, 1]),
      found: '0 or more',
      open: true,
      why: 'nothing is known',
    },
    { amount: 'time', measured: of([1, 1]), found: '1 day', why: 'one day is not days' },
    { amount: 'time', measured: of([1, 1], [28, 1]), found: '1 to 28 days', why: 'a range of days' },
    { amount: 'share', measured: of([37, 200]), found: '18.5%', why: 'a share' },
    { amount: 'share', measured: of([0, 1], [1, 1]), found: '0% to 100%', open: true, why: 'any share' },
    { amount: 'age', measured: of([15, 1]), found: '15 years old', why: 'an age' },
  ])('$amount: $found ($why)', ({ amount, measured, found, open = false }) => {
    expect(foundAmount(amount, said, measured)).toMatchObject({ amount: found, open });
  });

  test.for<{ measured: Measured; found: string; why: string }>([
    { measured: of([1, 3]), found: '33.33%', why: 'a fall' },
    { measured: of([0, 4]), found: '0%', why: 'as many as before' },
    { measured: of([-2, 4]), found: 'minus 50% (a rise)', why: 'more than before' },
    { measured: of([-1, 2], [1, 2]), found: 'minus 50% to 50%', why: 'a rise or a fall' },
    { measured: of([-1, 0], [1, 2]), found: 'at most 50%', why: 'no end to what there may be now' },
    { measured: of([1, 2], [1, 2], NOT_MET), found: '50%, or from nothing', why: 'perhaps none before' },
    { measured: { settled: NOT_MET }, found: 'from nothing', why: 'none before' },
  ])('a fall: $found ($why)', ({ measured, found }) => {
    const none = { least: 0, most: 0 };
    const counts = {
      baseline: none,
      current: none,
      baselineSpan: { from: day('2013-01-01'), to: day('2013-07-01') },
    };
    expect(foundAmount('fall', said, { ...measured, counts })?.amount).toBe(found);
  });
});
