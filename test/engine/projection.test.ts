import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSchedule, project, projection, type Schedule } from '../../engine/programme.ts';
import { shareOut } from '../../engine/programme/project.ts';

const labels = [
  ...['Sept 2012', 'Dec 2012', 'March 2013', 'June 2013', 'Sept 2013', 'Dec 2013'],
  ...['March 2014', 'June 2014', 'Sept 2014', 'Dec 2014', 'March 2015', 'May 2015'],
];
const engaged = [39, 122, 266, 100, 123, 220, 252, 228];
const room = [
  { from: 'Sept 2012', families: 300 },
  { from: 'March 2014', families: 500 },
];
const split = (county: number, partners: number) => [
  {
    ...{ id: 'county', label: 'Thriving Families', share: { part: county, of: 100 } },
    room,
  },
  { id: 'partners', label: 'External partners', share: { part: partners, of: 100 }, commissioned: 94 },
];

/** Hertfordshire's schedule, by the families taken on in each quarter: the cabinet panel's report, second table (seed 003). */
const hertfordshire = {
  columns: labels.map((label, at) => (at < engaged.length ? { label, engaged: engaged[at] } : { label })),
  ...{ leavesAfter: 3, claimableAfter: 5, leads: split(70, 30) },
};

function projected(document: unknown) {
  const checked = checkSchedule(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return project(checked.value);
}

describe('the schedule that Hertfordshire published', () => {
  const found = projected(hertfordshire);
  /** As printed; `null` where the cell is blank. */
  const blank = null;
  test.for([
    {
      row: 'cumulative' as const,
      printed: [39, 161, 427, 527, 650, 870, 1122, 1350, blank, blank, blank, blank],
      blanks: [1350, 1350, 1350, 1350],
    },
    {
      row: 'caseload' as const,
      printed: [blank, blank, blank, 488, 489, 443, 595, 700, 480, 228, blank, blank],
      // Nobody has left yet, so that it is what is cumulative; and at the end nobody is left.
      blanks: [39, 161, 427, 0, 0],
    },
    {
      row: 'claimable' as const,
      printed: [blank, blank, blank, blank, blank, 39, 122, 266, 100, 123, 220, 252],
      blanks: [0, 0, 0, 0, 0],
    },
    {
      row: 'cumulativeClaimable' as const,
      printed: [blank, blank, blank, blank, blank, 39, 161, 427, 527, 650, 870, 1122],
      blanks: [0, 0, 0, 0, 0],
    },
  ])('$row, every figure that is printed', ({ row, printed, blanks }) => {
    const ours = found.columns.map((column) => column[row]);
    expect(ours.map((one, at) => (printed[at] === blank ? blank : one))).toEqual(printed);
    expect(ours.filter((_, at) => printed[at] === blank)).toEqual(blanks);
  });

  test('228 families are taken on too late', () => {
    expect(found.neverClaimable).toBe(228);
  });

  test('its peak of 700 in June 2014 is 490 and 210, which fit', () => {
    expect(found.peak).toEqual({
      ...{ label: 'June 2014', caseload: 700 },
      leads: [
        { id: 'county', families: 490, room: 500, beyond: 0 },
        { id: 'partners', families: 210, room: null, beyond: null },
      ],
    });
    expect(found.uncommissioned).toEqual([{ id: 'partners', families: 116 }]);
  });

  test('before there is room for 500, those beyond 300 are counted', () => {
    const beyond = found.columns.map(({ leads }) => leads[0]?.beyond);
    expect(beyond).toEqual([0, 0, 0, 42, 42, 10, 0, 0, 0, 0, 0, 0]);
  });

  test('under the earlier split of 60 to 40 it would have been 420 and 280', () => {
    const earlier = projected({ ...hertfordshire, leads: split(60, 40) });
    expect(earlier.peak.leads.map(({ families }) => families)).toEqual([420, 280]);
    expect(earlier.uncommissioned).toEqual([{ id: 'partners', families: 186 }]);
  });

  test('cash: 170 claims at £700, five of every six funded, are about £100,000, as the report says', () => {
    const { columns, cash } = projected({
      ...{
        columns: [{ label: 'a', engaged: 170, resultPence: 70_000 }, { label: 'b' }],
        leavesAfter: 1,
        claimableAfter: 1,
      },
      funded: { part: 5, of: 6 },
      scenarios: [
        { id: 'low', label: 'Low', claimed: { part: 1, of: 2 } },
        { id: 'expected', label: 'Expected', claimed: { part: 1, of: 1 } },
      ],
    });
    // 170 x 5/6 is 141.67 families, and a family is funded whole.
    expect(columns[1]?.cash).toEqual([
      { id: 'low', claims: 85, funded: 70, pence: 70 * 70_000 },
      { id: 'expected', claims: 170, funded: 141, pence: 141 * 70_000 },
    ]);
    expect(cash.map(({ pence }) => pence)).toEqual([4_900_000, 9_870_000]);
  });
});

const otherSplit = (shares: readonly object[]) => ({
  id: 'other',
  label: 'Other',
  source: 'Made up',
  shares,
});

describe('what is wrong is said at its place', () => {
  const [county, partners] = hertfordshire.leads;
  test.for([
    {
      why: 'fewer than no families',
      put: { columns: [{ label: 'a', engaged: -1 }] },
      at: '/columns/0/engaged',
      code: 'out-of-range',
    },
    {
      why: 'a part of a family',
      put: { columns: [{ label: 'a', engaged: 1.5 }] },
      at: '/columns/0/engaged',
      code: 'not-whole',
    },
    { why: 'no columns', put: { columns: [] }, at: '/columns', code: undefined },
    {
      why: 'a label twice',
      put: { columns: [{ label: 'a' }, { label: 'a' }], leads: undefined },
      at: '/columns/1/label',
      code: 'duplicate-id',
    },
    {
      why: 'shares of nine tenths',
      put: { leads: [{ ...county, share: { part: 60, of: 100 } }, partners] },
      at: '/leads',
      code: 'shares-not-whole',
      suggestion: '`0.1` of all families more',
    },
    {
      why: 'shares of more than all',
      put: { leads: [{ ...county, share: { part: 100, of: 100 } }, partners] },
      at: '/leads',
      code: 'shares-not-whole',
      suggestion: '`0.3` of all families less',
    },
    {
      why: 'room from no column',
      put: { leads: [{ ...county, room: [{ from: 'March 2041', families: 1 }] }, partners] },
      at: '/leads/0/room/0/from',
      code: 'unknown-column',
    },
    {
      why: 'room in no order',
      put: { leads: [{ ...county, room: [...room].reverse() }, partners] },
      at: '/leads/0/room/1/from',
      code: 'values-out-of-order',
    },
    {
      why: 'another split of a lead that there is not',
      put: { otherSplits: [otherSplit([{ lead: 'countie', share: { part: 1, of: 1 } }])] },
      at: '/otherSplits/0/shares/0/lead',
      code: 'unknown-lead',
      suggestion: 'county',
    },
    {
      why: 'another split of less than all',
      put: { otherSplits: [otherSplit([{ lead: 'county', share: { part: 3, of: 5 } }])] },
      at: '/otherSplits/0/shares',
      code: 'shares-not-whole',
      suggestion: '`0.4` of all families more',
    },
    {
      why: 'claimable before it leaves',
      put: { claimableAfter: 2 },
      at: '/claimableAfter',
      code: 'claimable-before-leaving',
      suggestion: '3',
    },
    {
      why: 'more claims than families',
      put: { scenarios: [{ id: 'a', label: 'A', claimed: { part: 3, of: 2 } }] },
      at: '/scenarios/0/claimed/part',
      code: 'out-of-range',
    },
    { why: 'a key that there is not', put: { leaveAfter: 3 }, at: '/leaveAfter', code: 'unknown-key' },
  ])('$why', ({ put, at, code, suggestion }) => {
    const checked = checkSchedule(JSON.parse(JSON.stringify({ ...hertfordshire, ...put })));
    const findings = checked.ok ? [] : checked.error;
    const told = {
      ...(code === undefined ? {} : { code }),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
    expect(findings).toMatchObject([{ pointer: at, ...told }]);
  });
});

const count = fc.nat({ max: 400 });
const schedules = fc
  .record({
    engaged: fc.array(count, { minLength: 1, maxLength: 20 }),
    leaves: fc.integer({ min: 1, max: 6 }),
    more: fc.nat({ max: 4 }),
    part: fc.nat({ max: 10 }),
  })
  .map(({ engaged: each, leaves, more, part }): Schedule => ({
    columns: each.map((families, at) => ({ label: String(at), engaged: families, resultPence: 100 + at })),
    ...{ leavesAfter: leaves, claimableAfter: leaves + more },
    leads: [
      { id: 'a', label: 'A', share: { part, of: 10 } },
      { id: 'b', label: 'B', share: { part: 10 - part, of: 10 } },
    ],
    scenarios: [{ id: 'all', label: 'All', claimed: { part: 1, of: 1 } }],
  }));

test('the most families in the most columns are added up exactly, in an answer of the form that is promised', () => {
  const column = { engaged: 999_999, resultPence: 9_999_999 };
  const most = projected({
    columns: Array.from({ length: 200 }, (_, at) => ({ label: String(at), ...column })),
    ...{ leavesAfter: 200, claimableAfter: 200 },
    scenarios: [{ id: 'all', label: 'All', claimed: { part: 1, of: 1 } }],
  });
  expect(projection.parse(most)).toEqual(most);
  expect(most.peak.caseload).toBe(199_999_800);
  const sooner = projected({
    columns: Array.from({ length: 200 }, (_, at) => ({ label: String(at), ...column })),
    ...{ leavesAfter: 1, claimableAfter: 1 },
    scenarios: [{ id: 'all', label: 'All', claimed: { part: 1, of: 1 } }],
  });
  expect(projection.parse(sooner)).toEqual(sooner);
  expect(BigInt(sooner.cash[0]?.pence ?? 0)).toBe(199n * 999_999n * 9_999_999n);
});

describe('for every schedule', () => {
  test('what is taken on leaves or stays, and becomes claimable or is taken on too late; leads share it out whole', () => {
    fc.assert(
      fc.property(schedules, (given) => {
        const found = projected(given);
        expect(projection.parse(found)).toEqual(found);
        let [left, claimable, pence] = [0, 0, 0];
        for (const [at, column] of found.columns.entries()) {
          left += column.leaving;
          claimable += column.claimable;
          pence += column.cash[0]?.pence ?? 0;
          expect(column.caseload).toBe(column.cumulative - left);
          expect(column.caseload).toBeGreaterThanOrEqual(0);
          expect(column.cumulativeClaimable).toBe(claimable);
          expect(column.leads.reduce((sum, { families }) => sum + families, 0)).toBe(column.caseload);
          expect(column.cumulative).toBe(
            given.columns.slice(0, at + 1).reduce((sum, { engaged: one = 0 }) => sum + one, 0),
          );
        }
        expect(found.neverClaimable).toBe((found.columns.at(-1)?.cumulative ?? 0) - claimable);
        expect(found.cash).toEqual([
          {
            ...{ id: 'all', label: 'All', claimed: { part: 1, of: 1 } },
            ...{ claims: claimable, funded: claimable, pence },
          },
        ]);
        expect(found.peak.caseload).toBe(Math.max(...found.columns.map(({ caseload }) => caseload)));
      }),
    );
  });

  test.for([
    { families: 700, shares: [7, 3], of: 10, whole: [490, 210] },
    { families: 1, shares: [5, 5], of: 10, whole: [1, 0] },
    { families: 10, shares: [1, 1, 1], of: 3, whole: [4, 3, 3] },
    { families: 5, shares: [1, 3], of: 4, whole: [1, 4] },
  ])('$families families in parts of $shares are $whole', ({ families, shares, of, whole }) => {
    expect(
      shareOut(
        families,
        shares.map((part) => ({ part, of })),
      ),
    ).toEqual(whole);
  });
});
