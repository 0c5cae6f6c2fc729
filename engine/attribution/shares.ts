import { Chance } from '../synthetic/chance.ts';
import { EXACT, setOf } from './minimal-sets.ts';

/** What a set comes to; undefined where it makes no valid ruleset. */
export type Worth = (set: ReadonlySet<number>) => number | undefined;

export interface Shares {
  /** By number; together what all come to, less what none does. */
  readonly shares: ReadonlyMap<number, number>;
  /** False where it is estimated from some of the orders. */
  readonly exact: boolean;
}

/** About how many sets are tried where not every one can be. */
const TRIES = 2000;

/** An even number of orders: half of them are the others backwards. */
const ordersOf = (count: number) => 2 * Math.max(4, Math.round(TRIES / (2 * count)));

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

/** What every set is worth; one that makes no valid ruleset the mean of the largest valid sets in it. */
function worths(numbers: readonly number[], worth: Worth): Float64Array {
  const count = 1 << numbers.length;
  const values = new Float64Array(count);
  const sizes = new Uint8Array(count);
  // a mask comes after every part of it
  for (let mask = 0; mask < count; mask += 1) {
    const own = worth(setOf(numbers, mask));
    if (own !== undefined) {
      values[mask] = own;
      sizes[mask] = setOf(numbers, mask).size;
      continue;
    }
    const smaller = numbers.flatMap((_, at) => ((mask & (1 << at)) === 0 ? [] : [mask & ~(1 << at)]));
    const most = Math.max(...smaller.map((one) => sizes[one] ?? 0));
    const largest = smaller.filter((one) => sizes[one] === most).map((one) => values[one] ?? 0);
    values[mask] = sum(largest) / largest.length;
    sizes[mask] = most;
  }
  return values;
}

function factorial(of: number): number {
  return of <= 1 ? 1 : of * factorial(of - 1);
}

/** Shapley's value of each number: its mean effect over all orders (Contributions to the Theory of Games II, 1953). */
function exactly(numbers: readonly number[], worth: Worth): Map<number, number> {
  const values = worths(numbers, worth);
  const n = numbers.length;
  // of all orders, those in which exactly these come before: whole numbers, so that whole pence make an exact sum
  const weights = Array.from({ length: n }, (_, size) => factorial(size) * factorial(n - size - 1));
  const ones = (mask: number) => setOf(numbers, mask).size;
  const sizes = Uint8Array.from(values, (_, mask) => ones(mask));
  return new Map(
    numbers.map((number, at): [number, number] => {
      const bit = 1 << at;
      let share = 0;
      for (let mask = 0; mask < values.length; mask += 1)
        if ((mask & bit) === 0)
          share += (weights[sizes[mask] ?? 0] ?? 0) * ((values[mask | bit] ?? 0) - (values[mask] ?? 0));
      return [number, share / factorial(n)];
    }),
  );
}

function shuffled(numbers: readonly number[], chance: Chance): number[] {
  const left = [...numbers];
  return numbers.flatMap(() => left.splice(chance.int(0, left.length - 1), 1));
}

function estimated(numbers: readonly number[], worth: Worth, seed: number): Map<number, number> {
  const totals = new Map(numbers.map((one) => [one, 0]));
  const first = worth(new Set()) ?? 0;
  const follow = (order: readonly number[]) => {
    const set = new Set<number>();
    let before = first;
    let waiting: number[] = [];
    for (const number of order) {
      set.add(number);
      waiting.push(number);
      const after = worth(new Set(set));
      if (after === undefined) continue;
      // because those that make no valid ruleset without the last have come to it together
      for (const one of waiting) totals.set(one, (totals.get(one) ?? 0) + (after - before) / waiting.length);
      waiting = [];
      before = after;
    }
  };
  const orders = ordersOf(numbers.length);
  for (let at = 0; at < orders / 2; at += 1) {
    const order = shuffled(numbers, new Chance(seed, at));
    follow(order);
    follow(order.toReversed());
  }
  return new Map([...totals].map(([number, total]) => [number, total / orders]));
}

/** Shares out what all numbers come to among them: exactly up to 12, from seeded orders beyond. */
export function sharesOf(numbers: readonly number[], worth: Worth, seed: number): Shares {
  if (numbers.length > EXACT) return { shares: estimated(numbers, worth, seed), exact: false };
  return { shares: numbers.length === 0 ? new Map() : exactly(numbers, worth), exact: true };
}
