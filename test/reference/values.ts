import type { OperatorName } from '../../engine/document/condition.ts';

/** An exact fraction, compared with a percentage. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** What one row adds to a pooled ratio. */
export interface Share {
  readonly over: number;
  readonly under: number;
}

/** A sum over a sum: of each row everything that it may add. */
export interface Pooled {
  readonly rows: readonly (readonly Share[])[];
}

export type Value = number | boolean | Fraction | Pooled;

/** Stands for a count without a bound. */
export const UNBOUNDED = 1_000_000_000;

/** More than any threshold that the generators write: what lies above differs from its neighbour in no comparison. */
const ENOUGH = 400;

/** The whole numbers of a range, both ends in; of a very long one the first few hundred and the last. */
export function between({ least, most }: { least: number; most: number }): number[] {
  const many = Math.min(most - least + 1, ENOUGH);
  const run = Array.from({ length: many }, (_, at) => least + at);
  return many === ENOUGH ? [...run, most] : run;
}

function sign(value: bigint): number {
  return value === 0n ? 0 : value > 0n ? 1 : -1;
}

/** Hundredths of a percent, so that every threshold is whole. */
function hundredths(threshold: number | boolean | string): bigint {
  return BigInt(Math.round(Number(threshold) * 100));
}

/** over / under is at least t exactly where over - t * under is at least 0, and that may be asked of each row alone. */
function poolOrders({ rows }: Pooled, threshold: bigint): number[] {
  const weighed = rows.map((shares) =>
    shares.map(({ over, under }) => BigInt(over) * 10_000n - threshold * BigInt(under)),
  );
  const least = weighed.reduce((sum, row) => sum + row.reduce((a, b) => (b < a ? b : a)), 0n);
  const most = weighed.reduce((sum, row) => sum + row.reduce((a, b) => (b > a ? b : a)), 0n);
  return [sign(least), sign(most)];
}

/** Below 0, 0 or above 0 as the value is below, at or above the threshold; both ends of what it may be. */
function orders(value: Value | string, threshold: number | boolean | string): number[] {
  if (typeof value === 'object') {
    if ('rows' in value) return poolOrders(value, hundredths(threshold));
    return [sign(value.over * 10_000n - hundredths(threshold) * value.under)];
  }
  if (value === threshold) return [0];
  return [value < threshold ? -1 : 1];
}

const holds: Readonly<Record<OperatorName, (order: number) => boolean>> = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  lessThan: (order) => order < 0,
  lessThanInclusive: (order) => order <= 0,
  greaterThan: (order) => order > 0,
  greaterThanInclusive: (order) => order >= 0,
};

export interface Bound {
  readonly operator: OperatorName;
  readonly threshold: number | boolean | string;
}

/** The verdicts that a value, whichever it is of those it may be, can come to. */
export function compare(value: Value | string, { operator, threshold }: Bound): ('met' | 'not-met')[] {
  return orders(value, threshold).map((order) => (holds[operator](order) ? 'met' : 'not-met'));
}
