import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  claimEvents,
  type ClaimEvent,
  claimStates,
  type ClaimStanding,
  financialYear,
  groupClaims,
  newStanding,
  standingAfter,
  standingOf,
  windowOn,
} from '../../engine/programme.ts';

const PENCE = 70_000;

/** Ways to come to each state. */
const ways: Readonly<Record<(typeof claimStates)[number], readonly ClaimEvent[]>> = {
  proposed: [],
  submitted: [{ event: 'submitted' }],
  queried: [{ event: 'submitted' }, { event: 'queried' }],
  'part-paid': [{ event: 'submitted' }, { event: 'paid', pence: 1 }],
  paid: [{ event: 'submitted' }, { event: 'paid', pence: PENCE }],
  'clawed-back': [
    { event: 'submitted' },
    { event: 'paid', pence: PENCE },
    { event: 'clawed-back', pence: PENCE },
  ],
  withdrawn: [{ event: 'withdrawn' }],
};

/** What may become of a claim in each state, by the first letters of the events; nothing else may. */
const allowed: Readonly<Record<(typeof claimStates)[number], readonly (typeof claimEvents)[number][]>> = {
  proposed: ['audit-passed', 'audit-failed', 'submitted', 'withdrawn'],
  submitted: ['queried', 'paid', 'withdrawn'],
  queried: ['answered', 'withdrawn'],
  'part-paid': ['queried', 'paid', 'clawed-back'],
  paid: ['queried', 'clawed-back'],
  'clawed-back': [],
  withdrawn: [],
};

describe.for(claimStates)('a claim that is %s', (state) => {
  const now = standingOf(PENCE, ways[state]);
  test('is', () => {
    expect(now.state).toBe(state);
  });
  test.for(claimEvents)('%s', (event) => {
    const priced = event === 'paid' || event === 'clawed-back';
    const after = standingAfter(PENCE, now, priced ? { event, pence: 1 } : { event });
    expect(typeof after === 'string' ? after : undefined).toBe(
      allowed[state].includes(event)
        ? undefined
        : // because a claim that was never paid has nothing to take back
          state === 'queried' && event === 'clawed-back'
          ? 'clawed-back-above-paid'
          : 'not-now',
    );
  });
});

describe('amounts at their edges', () => {
  const paid = (pence: number, before: readonly ClaimEvent[] = ways.submitted) =>
    standingAfter(PENCE, standingOf(PENCE, before), { event: 'paid', pence });
  const clawed = (pence: number) =>
    standingAfter(PENCE, standingOf(PENCE, ways.paid), { event: 'clawed-back', pence });
  test.for<[string, () => unknown, unknown]>([
    ['all of it', () => paid(PENCE), { state: 'paid', paidPence: PENCE, countsPence: PENCE }],
    ['a penny less', () => paid(PENCE - 1), { state: 'part-paid', countsPence: PENCE }],
    ['a penny more', () => paid(PENCE + 1), 'paid-above-claim'],
    ['the rest', () => paid(PENCE - 1, ways['part-paid']), { state: 'paid' }],
    ['the rest and a penny', () => paid(PENCE, ways['part-paid']), 'paid-above-claim'],
    ['clawed back, all', () => clawed(PENCE), { state: 'clawed-back', countsPence: 0 }],
    ['clawed back, but a penny', () => clawed(PENCE - 1), { state: 'paid', countsPence: 1 }],
    ['clawed back, a penny more', () => clawed(PENCE + 1), 'clawed-back-above-paid'],
    [
      'paid nothing said',
      () => standingAfter(PENCE, standingOf(PENCE, ways.submitted), { event: 'paid' }),
      'without-amount',
    ],
    [
      'queried with money',
      () => standingAfter(PENCE, standingOf(PENCE, ways.paid), { event: 'queried', pence: 1 }),
      'with-amount',
    ],
    [
      'withdrawn though paid',
      () =>
        standingAfter(PENCE, standingOf(PENCE, [...ways.paid, { event: 'queried' }]), { event: 'withdrawn' }),
      'not-now',
    ],
  ])('%s', ([, made, expected]) => {
    if (typeof expected === 'string') expect(made()).toBe(expected);
    else expect(made()).toMatchObject(expected as object);
  });
});

const anyEvent = fc.oneof(
  fc.constantFrom(...claimEvents).map((event): ClaimEvent => ({ event })),
  fc.record({
    event: fc.constantFrom('paid' as const, 'clawed-back' as const),
    pence: fc.integer({ min: 1, max: PENCE }),
  }),
);

test('whatever becomes of a claim, what is kept of payments is never more than it counts for, and that never more than it', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      let now: ClaimStanding = newStanding(PENCE);
      for (const event of events) {
        const next = standingAfter(PENCE, now, event);
        if (typeof next !== 'string') now = next;
        const net = now.paidPence - now.clawedBackPence;
        expect(net).toBeGreaterThanOrEqual(0);
        expect(net).toBeLessThanOrEqual(now.countsPence);
        expect(now.countsPence).toBeLessThanOrEqual(PENCE);
        expect(now.paidPence).toBeLessThanOrEqual(PENCE);
      }
    }),
  );
});

test.for([
  ['2013-03-31', '2012/13'],
  ['2013-04-01', '2013/14'],
  ['1999-12-31', '1999/00'],
  ['2000-01-01', '1999/00'],
])('%s lies in the financial year %s', ([day, year]) => {
  expect(financialYear(day ?? '')).toBe(year);
});

test('a window has its first day, and not the day on which it closes', () => {
  const window = { programme: 'p', phase: 1, opens: '2013-07-01', closes: '2013-08-01' };
  const on = (day: string, phase = 1) => windowOn([window], { programme: 'p', phase, on: day });
  expect([on('2013-06-30'), on('2013-08-01'), on('2013-07-10', 2)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([on('2013-07-01'), on('2013-07-31')]).toEqual([window, window]);
});

describe('what claims come to', () => {
  const claim = (more: object = {}) => ({
    ...{ programme: 'p', phase: 1, payment: 'result', kind: 'result', attachedOn: '2012-10-01' },
    ...{ versionHash: 'h', pence: 70_000, countsPence: 70_000, paidPence: 0, clawedBackPence: 0, ...more },
  });
  const share = (families: 'none' | 'floor') => ({
    ...{ funded: 5, of: 6, families, money: 'penny' as const },
    source: { ref: 'hertfordshire', standing: 'disputed' as const },
  });
  const of170 = Array.from({ length: 170 }, () => claim());

  test.for([
    // 003 §5.2.3: "170 October 2013", "approximately £100,000"; domain.md 194
    ['none', { part: 850, of: 6 }, 9_916_667],
    ['floor', { part: 141, of: 1 }, 9_870_000],
  ] as const)(
    '170 claims of £700 with five sixths funded, fractions of families: %s',
    ([families, funded, pence]) => {
      const [group] = groupClaims(of170, () => share(families));
      expect(group).toMatchObject({
        claims: 170,
        claimedPence: 11_900_000,
        fundedClaims: funded,
        fundedPence: pence,
      });
    },
  );

  test.for([
    // five in six of six families, whole ones: five; and five sixths of what was taken back from one of them
    { why: 'nothing', back: [], claims: 6, funded: 5, pence: 5 * 70_000 },
    { why: '£1 of one', back: [100], claims: 6, funded: 5, pence: 5 * 70_000 - 83 },
    { why: 'all but £1 of one', back: [69_900], claims: 6, funded: 5, pence: 5 * 70_000 - 58_250 },
    { why: 'one whole', back: [70_000], claims: 6, funded: 4, pence: 4 * 70_000 },
    { why: 'all of them', back: Array.from({ length: 6 }, () => 70_000), claims: 6, funded: 0, pence: 0 },
  ])('what is funded of six claims where $why is clawed back', ({ back, claims, funded, pence }) => {
    const six = Array.from({ length: 6 }, (_, at) => {
      const clawedBackPence = back[at] ?? 0;
      return claim({ clawedBackPence, countsPence: 70_000 - clawedBackPence });
    });
    expect(groupClaims(six, () => share('floor'))).toMatchObject([
      { claims, eachPence: 70_000, fundedClaims: { part: funded, of: 1 }, fundedPence: pence },
    ]);
  });

  test.for([
    { why: 'one, of which none is funded', claims: 1, back: [10_000], pence: 0 },
    { why: 'two, of which one is', claims: 2, back: [40_000, 40_000], pence: 70_000 - 40_000 },
    {
      why: 'six, of which five are',
      claims: 6,
      back: [69_999, 69_999, 69_999, 69_999, 69_999, 69_999],
      pence: 5,
    },
  ])('no less than nothing is funded of $why', ({ claims, back, pence }) => {
    const all = Array.from({ length: claims }, (_, at) => {
      const clawedBackPence = back[at] ?? 0;
      return claim({ clawedBackPence, countsPence: 70_000 - clawedBackPence });
    });
    const [group] = groupClaims(all, () => share('floor'));
    expect(group?.fundedPence).toBe(pence);
  });

  test('a group for each year of attachment, payment, version and amount; without a share all are funded', () => {
    const groups = groupClaims(
      [
        claim(),
        claim({ attachedOn: '2013-04-01' }),
        claim({ payment: 'fee' }),
        claim({ versionHash: 'i' }),
        claim({ pence: 1, countsPence: 1 }),
        claim({ paidPence: 5 }),
      ],
      () => undefined,
    );
    expect(groups.map(({ claims }) => claims).sort()).toEqual([1, 1, 1, 1, 2]);
    expect(groups.every(({ claims, fundedClaims }) => fundedClaims.part === claims)).toBe(true);
    expect(groups.reduce((sum, { fundedPence }) => sum + fundedPence, 0)).toBe(5 * 70_000 + 1);
  });
});
