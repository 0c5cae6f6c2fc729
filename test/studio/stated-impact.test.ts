import { describe, expect, test } from 'vitest';
import { impactIn, mistakesIn, type Typed } from '../../studio/review/stated-impact.ts';

const nothing: Typed = {
  ...{ version: '1.1.0', note: '', cohort: '', day: '//' },
  ...{ fewest: '', most: '', leastPounds: '', mostPounds: '' },
};
const note = 'Fewer by exclusions alone';
const of = { ...nothing, note, cohort: 'c-1', day: '1/12/2014' };

describe('what an author expects, as it is sent', () => {
  test.for([
    { typed: {}, sent: { note }, why: 'a cohort that was chosen in Impact binds nobody' },
    { typed: { fewest: '3' }, sent: { families: { from: 3, to: 3 } }, why: 'exact' },
    { typed: { fewest: '-200', most: '0' }, sent: { families: { from: -200, to: 0 } }, why: 'fewer' },
    { typed: { fewest: '1,350' }, sent: { families: { from: 1350, to: 1350 } }, why: 'as it is written' },
    { typed: { leastPounds: '£3,000' }, sent: { pence: { from: 300_000, to: 300_000 } }, why: 'in pence' },
    {
      typed: { leastPounds: '-450.50', mostPounds: '0' },
      sent: { pence: { from: -45_050, to: 0 } },
      why: 'less',
    },
    { typed: { leastPounds: '0.29' }, sent: { pence: { from: 29, to: 29 } }, why: 'exact to the penny' },
    { typed: { leastPounds: '-0' }, sent: { pence: { from: 0, to: 0 } }, why: 'nothing has no sign' },
  ])('$typed ($why)', ({ typed, sent }) => {
    const numbers = Object.keys(typed).length > 0;
    const over = numbers ? { cohort: 'c-1', asOf: '2014-12-01', note } : {};
    expect(mistakesIn({ ...of, ...typed }, true)).toEqual({});
    expect(impactIn({ ...of, ...typed })).toEqual({ expectedImpact: { ...over, ...sent } });
  });

  test('nothing is sent where nothing is said', () => {
    expect(impactIn(nothing)).toEqual({});
    expect(mistakesIn(nothing, true)).toEqual({});
  });
});

describe('what is wrong with it stands beside its field', () => {
  test.for([
    { typed: { ...nothing, fewest: '3' }, wrong: ['note', 'cohort', 'day'] },
    { typed: { ...of, cohort: '', most: '3' }, wrong: ['cohort', 'fewest'] },
    { typed: { ...of, day: '31/2/2014', fewest: '3' }, wrong: ['day'] },
    { typed: { ...of, fewest: '3.5' }, wrong: ['fewest'] },
    { typed: { ...of, fewest: '3', most: '2' }, wrong: ['most'] },
    { typed: { ...of, leastPounds: '3.5' }, wrong: ['leastPounds'] },
    { typed: { ...of, leastPounds: '1', mostPounds: '0.99' }, wrong: ['mostPounds'] },
    { typed: { ...of, version: 'two' }, wrong: ['version'] },
  ])('$typed', ({ typed, wrong }) => {
    expect(Object.keys(mistakesIn(typed, true))).toEqual(wrong);
  });
});
