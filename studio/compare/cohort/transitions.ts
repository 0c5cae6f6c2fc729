import type { ComparedPair } from '../../api.ts';

type Moved = ComparedPair['verdicts'][number];
/** A verdict; `none` where a version has no such thing. */
export type Side = NonNullable<Moved['families'][number]['from']> | 'none';

const order: readonly Side[] = ['met', 'not-met', 'unknown', 'not-applicable', 'none'];

export const sideWords: Readonly<Record<Side, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  unknown: 'Not known',
  'not-applicable': 'Does not apply',
  none: 'Not there',
};

const sideOf = (verdict: Moved['families'][number]['from']): Side => verdict ?? 'none';

/** Who was what, and is what: rows before, columns after, and how many families in each cell. */
export interface Matrix {
  readonly path: string;
  readonly before: readonly Side[];
  readonly after: readonly Side[];
  readonly count: (from: Side, to: Side) => number;
  /** Families that are told something else. */
  readonly moved: number;
}

/** Of one verdict, with the sides alone that there are. */
export function matrixOf({ path, families }: Moved): Matrix {
  const counts = new Map(families.map(({ from, to, count }) => [`${sideOf(from)} ${sideOf(to)}`, count]));
  const there = (which: 'from' | 'to') => {
    const sides = new Set(families.filter(({ count }) => count > 0).map((one) => sideOf(one[which])));
    return order.filter((side) => sides.has(side));
  };
  return {
    path,
    before: there('from'),
    after: there('to'),
    count: (from, to) => counts.get(`${from} ${to}`) ?? 0,
    moved: families.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0),
  };
}
