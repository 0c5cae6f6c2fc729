import { describe, expect, test } from 'vitest';
import { compiled, decided } from '../builders/decided.ts';
import { fallbackCalendar } from '../builders/reference-calendars.ts';
import type { TimeWindow } from '../../engine/document/time-window.ts';

const source = { ref: 'test', standing: 'sourced' } as const;

/** One criterion: somebody visited in the window, seen from `asOf`. */
function visited(window: TimeWindow, monthEnd: 'clamp' | 'overflow' = 'clamp') {
  return compiled(
    {
      id: 'visited',
      version: '1.0.0',
      title: 'Visited',
      programme: 'generated',
      phase: 1,
      jurisdiction: 'Nowhere',
      vocabulary: 'reference@1',
      calendar: { fallback: 'fallback' },
      monthEnd,
      sources: { test: { title: 'Made for tests' } },
      parameters: {},
      facts: { visits: { count: 'visit', label: 'visits', window } },
      criteria: [
        {
          id: 'visited',
          group: 'national',
          label: 'Somebody visited',
          looksFrom: 'asOf',
          when: { fact: 'visits', operator: 'greaterThanInclusive', value: 1 },
          source,
        },
      ],
      eligibility: { routes: [{ id: 'only', label: 'Only', when: { condition: 'visited' }, source }] },
      outcomes: [],
      payments: [],
    },
    [fallbackCalendar],
  );
}

interface Told {
  readonly asOf: string;
  readonly visits: readonly string[];
  readonly attachedOn?: string;
  readonly closedOn?: string;
}

function asked(window: TimeWindow, { asOf, visits, ...days }: Told, monthEnd?: 'clamp' | 'overflow') {
  const family = {
    id: 'F-1',
    localAuthority: 'Nowhere',
    ...days,
    members: [{ id: 'm1', role: 'parent' }],
    records: { visit: visits.map((on) => ({ on })) },
  };
  return decided(visited(window, monthEnd), { family, asOf }).criteria[0];
}

const asOf = '2013-03-31';

describe('a visit is in the window, seen from 31 March 2013', () => {
  test.for<{ window: TimeWindow; on: string; inside: boolean; why: string }>([
    {
      window: { lastDays: 7, includes: false },
      on: '2013-03-24',
      inside: true,
      why: 'the first of seven days',
    },
    { window: { lastDays: 7, includes: false }, on: '2013-03-23', inside: false, why: 'the day before it' },
    { window: { lastDays: 7, includes: false }, on: '2013-03-30', inside: true, why: 'yesterday' },
    { window: { lastDays: 7, includes: false }, on: asOf, inside: false, why: 'the day itself is left out' },
    { window: { lastDays: 7, includes: true }, on: asOf, inside: true, why: 'the day itself is taken in' },
    {
      window: { lastWeeks: 2, includes: false },
      on: '2013-03-17',
      inside: true,
      why: 'two weeks are 14 days',
    },
    { window: { lastWeeks: 2, includes: false }, on: '2013-03-16', inside: false, why: 'fifteen days back' },
    {
      window: { lastMonths: 12, includes: false },
      on: '2012-03-31',
      inside: true,
      why: 'twelve months to the day',
    },
    { window: { lastMonths: 12, includes: false }, on: '2012-03-30', inside: false, why: 'a day more' },
    {
      window: { lastMonths: 12, includes: false, includesFirst: false },
      on: '2012-03-31',
      inside: false,
      why: 'twelve months to the day, left out',
    },
    {
      window: { lastMonths: 12, includes: false, includesFirst: false },
      on: '2012-04-01',
      inside: true,
      why: 'the day after',
    },
    {
      window: { lastYears: 1, includes: false },
      on: '2012-03-31',
      inside: true,
      why: 'a year is twelve months',
    },
    { window: { lastYears: 1, includes: false }, on: '2012-03-30', inside: false, why: 'a day more' },
    {
      window: { lastMonths: 1, includes: false },
      on: '2013-02-28',
      inside: true,
      why: 'the end of February',
    },
    { window: { lastMonths: 1, includes: false }, on: '2013-02-27', inside: false, why: 'a day before it' },
    { window: { lastMonths: 13, includes: false }, on: '2012-02-29', inside: true, why: 'the leap day' },
    { window: { lastMonths: 13, includes: false }, on: '2012-02-28', inside: false, why: 'the day before' },
    { window: { ever: true, includes: false }, on: '1990-01-01', inside: true, why: 'long ago' },
    { window: { ever: true, includes: false }, on: asOf, inside: false, why: 'the day itself is left out' },
    {
      window: { ever: true, includes: true },
      on: '2013-04-01',
      inside: false,
      why: 'nothing dated later is seen',
    },
    { window: { on: 'lookedFrom' }, on: asOf, inside: true, why: 'that one day' },
    { window: { on: 'lookedFrom' }, on: '2013-03-30', inside: false, why: 'not the day before' },
  ])('$window and $on: $inside ($why)', ({ window, on, inside }) => {
    expect(asked(window, { asOf, visits: [on] })?.verdict).toBe(inside ? 'met' : 'not-met');
  });

  test('a month end that is not there becomes the first of the next month where the ruleset says so', () => {
    const window: TimeWindow = { lastMonths: 1, includes: false };
    const verdict = (on: string) => asked(window, { asOf, visits: [on] }, 'overflow')?.verdict;
    expect([verdict('2013-02-28'), verdict('2013-03-01')]).toEqual(['not-met', 'met']);
  });
});

describe('a visit is in the window that counts from when the family joined, 1 October 2012', () => {
  const days = { attachedOn: '2012-10-01', asOf };
  test.for<{ window: TimeWindow; on: string; inside: boolean; why: string }>([
    {
      window: { since: 'attachedOn', includes: false },
      on: '2012-10-01',
      inside: true,
      why: 'that day counts',
    },
    {
      window: { since: 'attachedOn', includes: false },
      on: '2012-09-30',
      inside: false,
      why: 'the day before',
    },
    { window: { before: 'attachedOn', months: 6 }, on: '2012-04-01', inside: true, why: 'six months before' },
    { window: { before: 'attachedOn', months: 6 }, on: '2012-03-31', inside: false, why: 'a day more' },
    { window: { before: 'attachedOn', months: 6 }, on: '2012-09-30', inside: true, why: 'the eve' },
    {
      window: { before: 'attachedOn', months: 6 },
      on: '2012-10-01',
      inside: false,
      why: 'that day is not before',
    },
    { window: { after: 'attachedOn', weeks: 13 }, on: '2012-12-30', inside: true, why: 'the 91st day' },
    { window: { after: 'attachedOn', weeks: 13 }, on: '2012-12-31', inside: false, why: 'the 92nd' },
    { window: { on: 'attachedOn' }, on: '2012-10-01', inside: true, why: 'that one day' },
    { window: { on: 'attachedOn' }, on: '2012-10-02', inside: false, why: 'not the next' },
  ])('$window and $on: $inside ($why)', ({ window, on, inside }) => {
    expect(asked(window, { ...days, visits: [on] })?.verdict).toBe(inside ? 'met' : 'not-met');
  });

  test.for<{ window: TimeWindow; asOf: string; code: string; earliest: string | undefined; why: string }>([
    {
      window: { after: 'attachedOn', months: 6 },
      asOf: '2013-03-31',
      code: 'too-early',
      earliest: '2013-04-01',
      why: 'one day is still to come',
    },
    {
      window: { after: 'attachedOn', months: 6 },
      asOf: '2013-04-01',
      code: 'met',
      earliest: undefined,
      why: 'all have passed',
    },
    {
      window: { lastMonths: 6, includes: false, notBefore: 'attachedOn' },
      asOf: '2013-03-31',
      code: 'too-early',
      earliest: '2013-04-01',
      why: 'it opens on 30 September',
    },
    {
      window: { lastMonths: 6, includes: false, notBefore: 'attachedOn' },
      asOf: '2013-04-01',
      code: 'met',
      earliest: undefined,
      why: 'it opens on the day itself',
    },
  ])('on $asOf $window is $code ($why)', ({ window, asOf: on, code, earliest }) => {
    const [reason] = asked(window, { ...days, asOf: on, visits: ['2012-12-01'] })?.reasons ?? [];
    expect([reason?.code, reason?.earliest]).toEqual([code, earliest]);
  });

  test.for<{ window: TimeWindow; code: string }>([
    { window: { since: 'attachedOn', includes: false }, code: 'not-attached' },
    { window: { after: 'closedOn', months: 3 }, code: 'not-closed' },
    { window: { since: { first: 'offence' }, includes: false }, code: 'anchor-unknown' },
  ])('without its day, $window is $code', ({ window, code }) => {
    expect(asked(window, { asOf, visits: ['2012-12-01'] })?.reasons[0]?.code).toBe(code);
  });
});
