import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  atLeastOf,
  bitOf,
  gated,
  negate,
  someOf,
  verdictOf,
  verdicts,
  type Verdict,
} from '../../engine/verdict.ts';
import * as fold from '../reference/folds.ts';

/** Every list of up to three verdicts. */
const lists = [0, 1, 2].reduce<Verdict[][]>(
  (shorter) => [[], ...shorter.flatMap((list) => verdicts.map((verdict) => [...list, verdict]))],
  [[]],
);

const presentIn = (list: readonly Verdict[]) =>
  list.reduce((present, verdict) => present | bitOf(verdict), 0);

describe('the folds of the design, one row each', () => {
  test.for<{ of: Verdict[]; all: Verdict; any: Verdict; some: Verdict; why: string }>([
    { of: [], all: 'not-applicable', any: 'not-applicable', some: 'not-met', why: 'over nobody' },
    {
      of: ['not-applicable'],
      all: 'not-applicable',
      any: 'not-applicable',
      some: 'not-applicable',
      why: 'none left',
    },
    {
      of: ['met', 'not-applicable'],
      all: 'met',
      any: 'met',
      some: 'met',
      why: 'what does not apply is ignored',
    },
    { of: ['not-met', 'not-applicable'], all: 'not-met', any: 'not-met', some: 'not-met', why: 'the same' },
    { of: ['met', 'unknown'], all: 'unknown', any: 'met', some: 'met', why: 'one met settles any' },
    {
      of: ['not-met', 'unknown'],
      all: 'not-met',
      any: 'unknown',
      some: 'unknown',
      why: 'one not met settles all',
    },
    {
      of: ['unknown', 'not-applicable'],
      all: 'unknown',
      any: 'unknown',
      some: 'unknown',
      why: 'unknown stays',
    },
    { of: ['met', 'not-met'], all: 'not-met', any: 'met', some: 'met', why: 'the two ends' },
  ])('of $of: all $all, any $any, some $some ($why)', ({ of, all, any, some }) => {
    const present = presentIn(of);
    expect([allOf(present), anyOf(present), someOf(present)].map(verdictOf)).toEqual([all, any, some]);
  });

  test.for<{ from: Verdict; to: Verdict }>([
    { from: 'met', to: 'not-met' },
    { from: 'not-met', to: 'met' },
    { from: 'unknown', to: 'unknown' },
    { from: 'not-applicable', to: 'not-applicable' },
  ])('not $from is $to', ({ from, to }) => {
    expect(verdictOf(negate(bitOf(from)))).toBe(to);
    expect(negate(negate(bitOf(from)))).toBe(bitOf(from));
  });

  test.for<{ needed: number; of: Verdict[]; is: Verdict; why: string }>([
    { needed: 2, of: ['met', 'met', 'unknown'], is: 'met', why: 'enough are met' },
    {
      needed: 2,
      of: ['met', 'unknown', 'not-met'],
      is: 'unknown',
      why: 'the unknown one could be the second',
    },
    { needed: 2, of: ['met', 'not-met', 'not-met'], is: 'not-met', why: 'there are not two left' },
    {
      needed: 2,
      of: ['met', 'not-applicable', 'not-applicable'],
      is: 'not-met',
      why: 'the others cannot count',
    },
    { needed: 1, of: ['not-applicable', 'not-applicable'], is: 'not-applicable', why: 'none applies' },
    { needed: 3, of: ['unknown', 'unknown', 'unknown'], is: 'unknown', why: 'all three could be met' },
    { needed: 3, of: ['unknown', 'unknown', 'not-applicable'], is: 'unknown', why: 'perhaps none applies' },
    { needed: 3, of: ['unknown', 'met', 'not-applicable'], is: 'not-met', why: 'two cannot make three' },
  ])('at least $needed of $of is $is ($why)', ({ needed, of, is }) => {
    const count = (verdict: Verdict) => of.filter((one) => one === verdict).length;
    const tally = { met: count('met'), unknown: count('unknown'), live: of.length - count('not-applicable') };
    expect(verdictOf(atLeastOf(needed, tally))).toBe(is);
  });
});

test('every fold of up to three verdicts is the one written a second time from the design', () => {
  const differing = lists.filter((list) => {
    const present = presentIn(list);
    const engine = [allOf(present), anyOf(present), someOf(present)].map(verdictOf);
    return engine.join() !== [fold.all(list), fold.any(list), fold.some(list)].join();
  });
  expect(lists).toHaveLength(85);
  expect(differing).toEqual([]);
});

test('what does not apply is never judged, and what may not apply is unknown', () => {
  for (const applies of verdicts)
    for (const judged of verdicts)
      expect(verdictOf(gated(bitOf(applies), bitOf(judged)))).toBe(fold.gated(applies, judged));
});
