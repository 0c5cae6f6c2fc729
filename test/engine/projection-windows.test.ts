import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkSchedule,
  type ClaimWindow,
  project,
  projection,
  type Schedule,
} from '../../engine/programme.ts';
import { addDays, formatDay } from '../../engine/index.ts';
import { day } from '../builders/decided.ts';

const labels = ['a', 'b', 'c', 'd'];
const froms = ['2013-01-01', '2013-04-01', '2013-07-01', '2013-10-01'];
const quarters = labels.map((label, at) => ({ label, from: froms[at] }));
const window = (id: string, opens: string, closes: string) => ({ id, label: id, opens, closes });
const base = {
  columns: quarters.map((column, at) =>
    at === 0 ? { ...column, engaged: 10, resultPence: 70_000 } : column,
  ),
  to: '2014-01-01',
  ...{ leavesAfter: 1, claimableAfter: 1 },
  scenarios: [
    { id: 'low', label: 'Low', claimed: { part: 1, of: 2 } },
    { id: 'high', label: 'High', claimed: { part: 1, of: 1 } },
  ],
};
const ledger = (phase: number, windows: readonly ReturnType<typeof window>[]): ClaimWindow[] =>
  windows.map((one) => ({
    ...{ ...one, programme: 'troubled-families', phase },
    source: { ref: 'believed', standing: 'unverified' },
  }));

function projected(document: unknown, inForce: readonly ClaimWindow[] = []) {
  const checked = checkSchedule(JSON.parse(JSON.stringify(document)), inForce);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return project(checked.value);
}

describe('ten families become claimable from 1 April to 30 June 2013, all of them sure on the last day', () => {
  test.for([
    { why: 'open on the last day', windows: [window('june', '2013-06-01', '2013-07-01')], in: 'june' },
    { why: 'open that day alone', windows: [window('eve', '2013-06-30', '2013-07-01')], in: 'eve' },
    { why: 'closed on the last day', windows: [window('june', '2013-06-01', '2013-06-30')], in: null },
    { why: 'open throughout', windows: [window('year', '2013-01-01', '2014-01-01')], in: 'year' },
    { why: 'opens later', windows: [window('next', '2013-10-01', '2013-11-01')], in: 'next' },
    {
      why: 'the first of two, listed last',
      windows: [window('second', '2013-10-01', '2013-11-01'), window('first', '2013-07-01', '2013-08-01')],
      in: 'first',
    },
    { why: 'closed long before', windows: [window('past', '2013-01-01', '2013-02-01')], in: null },
  ])('$why', ({ windows, in: claimedIn }) => {
    const found = projected({ ...base, windows });
    expect(projection.parse(found)).toEqual(found);
    const claimed = {
      families: 10,
      cash: [
        { claims: 5, pence: 350_000 },
        { claims: 10, pence: 700_000 },
      ],
    };
    expect(found.columns[1]).toMatchObject({ claimable: 10, claimedIn });
    expect(found.byWindow).toMatchObject({
      of: null,
      unclaimed: claimedIn === null ? claimed : { families: 0, cash: [{ pence: 0 }, { pence: 0 }] },
    });
    const own = found.byWindow?.windows.find(({ id }) => id === claimedIn);
    if (claimedIn !== null) expect(own).toMatchObject(claimed);
  });

  test('without windows nothing is said of them', () => {
    expect(projected(base)).toMatchObject({ byWindow: null, note: null });
    expect(projected({ ...base, note: 'all made up' })).toMatchObject({ note: 'all made up' });
  });

  test('windows in force of the programme and phase that is named are taken, with how sure they are', () => {
    const inForce = [
      ...ledger(1, [window('july', '2013-07-01', '2013-08-01')]),
      ...ledger(2, [window('throughout', '2013-01-01', '2021-04-01')]),
    ];
    const named = { ...base, windowsOf: { programme: 'troubled-families', phase: 1 } };
    expect(projected(named, inForce).byWindow).toMatchObject({
      of: named.windowsOf,
      windows: [{ id: 'july', standing: 'unverified', families: 10 }],
    });
  });
});

describe('what is wrong with days and windows is said at its place, with a hint', () => {
  const two = [window('a', '2013-01-01', '2013-03-01'), window('b', '2013-02-01', '2013-04-01')];
  const windowsOf = { programme: 'troubled-families', phase: 1 };
  test.for([
    {
      why: 'windows overlap',
      put: { windows: two },
      found: [{ pointer: '/windows/1/opens', code: 'windows-overlap', suggestion: '2013-03-01' }],
    },
    {
      why: 'windows that only touch do not overlap',
      put: { windows: [two[0], window('b', '2013-03-01', '2013-04-01')] },
      found: [],
    },
    {
      why: 'windows in force overlap',
      put: { windowsOf },
      inForce: ledger(1, two),
      found: [{ pointer: '/windowsOf', code: 'windows-overlap' }],
    },
    {
      why: 'the same id twice',
      put: { windows: [window('a', '2013-01-01', '2013-02-01'), window('a', '2013-03-01', '2013-04-01')] },
      found: [{ pointer: '/windows/1/id', code: 'duplicate-id' }],
    },
    {
      why: 'a window that closes as it opens',
      put: { windows: [window('a', '2013-01-01', '2013-01-01')] },
      found: [{ pointer: '/windows/0/closes', code: 'to-not-after-from' }],
    },
    {
      why: 'windows twice over',
      put: { windows: [two[0]], windowsOf },
      found: [{ pointer: '/windowsOf', code: 'windows-twice', suggestion: 'windows' }],
    },
    {
      why: 'no windows of that phase',
      put: { windowsOf: { ...windowsOf, phase: 3 } },
      inForce: ledger(1, two),
      found: [{ pointer: '/windowsOf', code: 'unknown-windows', suggestion: 'troubled-families, phase 1' }],
    },
    {
      why: 'columns that begin on the same day',
      put: { columns: [quarters[0], { label: 'z', from: '2013-01-01' }] },
      found: [{ pointer: '/columns/1/from', code: 'values-out-of-order' }],
    },
    {
      why: 'no days of the last column',
      put: { windows: [two[0]], columns: [quarters[0], { label: 'z' }], to: undefined },
      found: [
        { pointer: '', code: 'days-missing', suggestion: 'to' },
        { pointer: '/columns/1', code: 'days-missing', suggestion: 'from' },
      ],
    },
    {
      why: 'an end before the last column begins',
      put: { to: '2013-10-01' },
      found: [{ pointer: '/to', code: 'to-not-after-from' }],
    },
    {
      why: 'a day that there is not',
      put: { columns: [{ label: 'z', from: '2013-02-29' }] },
      found: [{ pointer: '/columns/0/from', code: 'not-a-day' }],
    },
  ])('$why', ({ put, inForce, found }) => {
    const checked = checkSchedule(JSON.parse(JSON.stringify({ ...base, ...put })), inForce);
    expect(checked.ok ? [] : checked.error).toMatchObject(found);
  });
});

const schedules = fc
  .record({
    engaged: fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 12 }),
    lengths: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 12, maxLength: 12 }),
    gaps: fc.array(fc.tuple(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 90 })), {
      minLength: 1,
      maxLength: 8,
    }),
    leaves: fc.integer({ min: 1, max: 4 }),
    part: fc.nat({ max: 7 }),
  })
  .map(({ engaged, lengths, gaps, leaves, part }): Schedule => {
    let at = day('2012-04-01');
    const columns = engaged.map((families, column) => {
      const from = at;
      at = addDays(at, lengths[column] ?? 1);
      return { label: String(column), from: formatDay(from), engaged: families, resultPence: 100 + column };
    });
    let opens = day('2012-01-01');
    const windows = gaps.map(([gap, open], position) => {
      opens = addDays(opens, gap);
      const own = window(`w${String(position)}`, formatDay(opens), formatDay(addDays(opens, open)));
      opens = addDays(opens, open);
      return own;
    });
    return {
      ...{ columns, to: formatDay(at), windows, leavesAfter: leaves, claimableAfter: leaves },
      scenarios: [{ id: 'some', label: 'Some', claimed: { part, of: 7 } }],
      funded: { part: 5, of: 6 },
    };
  });

test('whoever becomes claimable is claimed for in exactly one window or in none, and the sums are those of the columns', () => {
  fc.assert(
    fc.property(schedules, (given) => {
      const found = projected(given);
      const { windows = [], unclaimed } = found.byWindow ?? {};
      const each = [...windows, ...(unclaimed === undefined ? [] : [unclaimed])];
      const sum = (of: (one: (typeof each)[number]) => number) => each.reduce((all, one) => all + of(one), 0);
      expect(sum(({ families }) => families)).toBe(found.columns.at(-1)?.cumulativeClaimable);
      expect(sum(({ cash }) => cash[0]?.claims ?? 0)).toBe(found.cash[0]?.claims);
      expect(sum(({ cash }) => cash[0]?.pence ?? 0)).toBe(found.cash[0]?.pence);
      for (const [at, { claimedIn }] of found.columns.entries()) {
        const last = formatDay(addDays(day(given.columns[at + 1]?.from ?? given.to ?? ''), -1));
        const own = windows.find(({ id }) => id === claimedIn);
        const open = windows.filter(({ closes }) => last < closes);
        expect(own).toBe(open[0]);
      }
    }),
  );
});
