import { describe, expect, test } from 'vitest';
import { changesOf, neededHeadline } from '../../studio/claimable/needed-in-words.ts';
import { daysHeadline, isMorePossible, spellInWords } from '../../studio/claimable/claimable-in-words.ts';

const spell = (from: string, until: string | null = null, pence = 70_000) => ({ from, until, pence });
const payment = { payment: 'result', label: 'Result' };

describe('days on which a payment can be had are said', () => {
  test.for([
    {
      why: 'with the last of them',
      of: spell('2013-04-01', '2015-06-01'),
      said: '1 April 2013 to 31 May 2015: £700',
    },
    {
      why: 'as one day where there is one',
      of: spell('2013-04-01', '2013-04-02'),
      said: '1 April 2013: £700',
    },
    {
      why: 'without a last where none is known',
      of: spell('2013-04-01', null, 1050),
      said: 'from 1 April 2013: £10.50',
    },
    { why: 'not at all where there are none', of: null, said: undefined },
  ])('$why', ({ of, said }) => {
    expect(spellInWords(of)).toBe(said);
  });

  test.for([
    { why: 'nothing could be', due: null, possible: null, more: false },
    { why: 'on the same days', due: spell('2013-04-01'), possible: spell('2013-04-01'), more: false },
    { why: 'from an earlier day', due: spell('2013-07-18'), possible: spell('2013-04-01'), more: true },
    {
      why: 'until a later day',
      due: spell('2013-04-01', '2013-05-01'),
      possible: spell('2013-04-01'),
      more: true,
    },
    { why: 'more of it', due: spell('2013-04-01'), possible: spell('2013-04-01', null, 80_000), more: true },
    { why: 'and nothing is due', due: null, possible: spell('2013-04-01'), more: true },
  ])('more could be due than is: $why, $more', ({ due, possible, more }) => {
    expect(isMorePossible({ ...payment, due, possible })).toBe(more);
  });
});

test.for([
  {
    payments: [
      { ...payment, due: spell('2013-07-18'), possible: spell('2013-04-01') },
      { ...payment, due: spell('2013-05-02'), possible: spell('2013-05-02') },
    ],
    said: 'The first payment is due from 2 May 2013.',
  },
  {
    payments: [{ ...payment, due: null, possible: spell('2013-04-01') }],
    said: 'Nothing is due for sure by 2 December 2015. The first payment could be from 1 April 2013, if what is not known speaks for it.',
  },
  { payments: [{ ...payment, due: null, possible: null }], said: 'Nothing can be due by 2 December 2015.' },
])('in a sentence: $said', ({ payments, said }) => {
  expect(daysHeadline({ number: 1, until: '2015-12-02', payments, needed: [] })).toBe(said);
});

const change = (node: string) => ({ code: 'not-met', text: `${node} is not so`, node, to: 'met' as const });
const nothing = { reachable: true, evidence: [], progress: [], time: [], impossible: [] };
const needing = (ways: Parameters<typeof neededHeadline>[0]['ways']) => ({
  ...{ payment: 'result', label: 'Result', verdict: 'not-met' as const, duePence: 0, possiblePence: 0 },
  ...{ ways, more: false },
});

test.for([
  { ways: [], said: /^Nothing that was judged/ },
  { ways: [], more: true, said: /^It would take more/ },
  { ways: [{ ...nothing, time: [change('a')] }], said: /^One thing stands/ },
  {
    ways: [{ ...nothing, time: [change('a')], evidence: [change('b')] }],
    said: /^These stand in the way, all/,
  },
  { ways: [{ ...nothing, reachable: false, impossible: [change('a')] }], said: /^Out of reach/ },
])('what is needed is led into: $said', ({ ways, more = false, said }) => {
  expect(neededHeadline({ ...needing(ways), more })).toMatch(said);
});

test('changes are listed by what they take, evidence first', () => {
  const way = { ...nothing, time: [change('a')], progress: [change('b')], evidence: [change('c')] };
  expect(changesOf(way).map(({ kind, change: { node } }) => [kind, node])).toEqual([
    ['Evidence to find', 'c'],
    ['Progress needed', 'b'],
    ['Time must pass', 'a'],
  ]);
});
