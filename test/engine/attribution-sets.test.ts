import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimalSets } from '../../engine/attribution/minimal-sets.ts';
import { sharesOf } from '../../engine/attribution/shares.ts';
import { meanEffects, smallestGiving } from '../reference/attribution.ts';

const seed = 20_150_901;
const maskOf = (set: Iterable<number>) => [...set].reduce((mask, number) => mask | (1 << number), 0);
const numbersTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** For every set of a few edits what it gives; null where it makes no valid ruleset. */
const tables = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    given: fc.array(fc.constantFrom(true, false, false, null), {
      ...{ minLength: 1 << count, maxLength: 1 << count },
    }),
  }),
);

test('up to twelve, the minimal sets are those that trying every set finds', () => {
  fc.assert(
    fc.property(tables, ({ count, given }) => {
      const found = minimalSets(numbersTo(count), (set) => given[maskOf(set)] ?? undefined);
      const expected = smallestGiving(count, true, (mask) => given[mask]);
      expect(found.sets.map(maskOf).sort()).toEqual([...expected].sort());
      expect(found.complete).toBe(true);
    }),
    { seed, numRuns: 300 },
  );
});

/** Some small sets of many edits; a set holds if it has all of one of them, and none of what spoils it. */
const crowds = fc.record({
  count: fc.integer({ min: 13, max: 40 }),
  wanted: fc.array(fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  }),
});

test('beyond twelve, every set that is found holds, and no part of it does', () => {
  fc.assert(
    fc.property(crowds, ({ count, wanted }) => {
      const holds = (set: ReadonlySet<number>) =>
        wanted.some((one) => one.every((number) => set.has(number)));
      const { sets, complete } = minimalSets(numbersTo(count), holds);
      expect(sets.length).toBeGreaterThan(0);
      expect(complete).toBe(false);
      for (const set of sets) {
        expect(holds(new Set(set))).toBe(true);
        for (const left of set) expect(holds(new Set(set.filter((one) => one !== left)))).toBe(false);
      }
    }),
    { seed, numRuns: 200 },
  );
});

const pence = fc.integer({ min: -400_000, max: 400_000 });
const worths = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    worth: fc.array(pence, { minLength: 1 << count, maxLength: 1 << count }),
  }),
);

test('shares are the mean effect over every order, and add up to the whole change', () => {
  fc.assert(
    fc.property(worths, ({ count, worth }) => {
      const { shares, exact } = sharesOf(numbersTo(count), (set) => worth[maskOf(set)], seed);
      const effects = meanEffects(count, (mask) => worth[mask] ?? 0);
      expect(exact).toBe(true);
      for (const at of numbersTo(count)) expect(shares.get(at)).toBeCloseTo(effects[at] ?? 0, 6);
    }),
    { seed, numRuns: 200 },
  );
});

test('estimated shares add up, are drawn from the seed alone, and come near', () => {
  const numbers = numbersTo(14);
  // pounds that come with each, and more that come with two of them
  const worth = (set: ReadonlySet<number>) =>
    [...set].reduce((sum, one) => sum + 100 * one, 0) + (set.has(3) && set.has(5) ? 6000 : 0);
  const first = sharesOf(numbers, worth, 7);
  expect(first.exact).toBe(false);
  expect(sharesOf(numbers, worth, 7)).toEqual(first);
  expect([...first.shares.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(
    worth(new Set(numbers)),
    6,
  );
  // because each of the two is as often the last, of an order or of the same backwards
  expect(first.shares.get(3)).toBeCloseTo(3300, 6);
  expect(first.shares.get(4)).toBeCloseTo(400, 6);
});

test('a set that makes no valid ruleset counts as the mean of the largest valid sets in it', () => {
  // 0 alone gives 10, 1 alone 30; both together cannot be, and all three give 90
  const worth = (set: ReadonlySet<number>) => {
    if (set.size === 3) return 90;
    if (set.has(0) && set.has(1)) return undefined;
    return (set.has(0) ? 10 : 0) + (set.has(1) ? 30 : 0);
  };
  const { shares } = sharesOf([0, 1, 2], worth, 1);
  const filled = (mask: number) => [0, 10, 30, 20, 0, 10, 30, 90][mask] ?? Number.NaN;
  const effects = meanEffects(3, filled);
  for (const at of [0, 1, 2]) expect(shares.get(at)).toBeCloseTo(effects[at] ?? 0, 9);
});
