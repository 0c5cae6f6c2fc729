import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  formatDay,
  lastBornAged,
  parseDay,
  type Day,
  type LeapBirthday,
  type MonthEnd,
} from '../../engine/time/civil-date.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is not a day`);
  return found;
}

describe('a civil day', () => {
  test.for([
    { text: '1970-01-01', number: 0, why: 'the day days are counted from' },
    { text: '1969-12-31', number: -1, why: 'the day before it' },
    { text: '2000-02-29', number: 11016, why: 'a leap day of a leap century' },
    { text: '0001-01-01', number: -719162, why: 'the first day there is' },
    { text: '9999-12-31', number: 2932896, why: 'the last' },
  ])('$text is day $number ($why)', ({ text, number }) => {
    expect(parseDay(text)).toBe(number);
    expect(formatDay(number as Day)).toBe(text);
  });

  test.for([
    { text: '2013-02-30', why: 'February has no 30th' },
    { text: '2013-02-29', why: '2013 is no leap year' },
    { text: '1900-02-29', why: '1900 is no leap year' },
    { text: '2013-13-01', why: 'there are twelve months' },
    { text: '2013-00-01', why: 'months count from 1' },
    { text: '2013-01-00', why: 'days count from 1' },
    { text: '0000-01-01', why: 'there is no year 0' },
    { text: '2013-1-1', why: 'months and days have two digits' },
    { text: '2013-10-01T00:00', why: 'an instant is not a day' },
    { text: '01/10/2013', why: 'days are written year first' },
    { text: '2013-10-0x', why: 'a letter is no digit' },
    { text: '', why: 'nothing is no day' },
  ])('$text is refused ($why)', ({ text }) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('agrees with the platform’s own calendar on every day of four centuries', () => {
    const first = day('1800-01-01');
    for (let at = first; at <= day('2200-01-01'); at = addDays(at, 1)) {
      const text = new Date(at * 86_400_000).toISOString().slice(0, 10);
      if (formatDay(at) !== text || parseDay(text) !== at) expect(formatDay(at)).toBe(text);
    }
  });
});

describe('months from a day', () => {
  test.for<{ from: string; months: number; monthEnd: MonthEnd; to: string; why: string }>([
    { from: '2013-03-31', months: -1, monthEnd: 'clamp', to: '2013-02-28', why: 'a short month ends sooner' },
    { from: '2013-03-31', months: -1, monthEnd: 'overflow', to: '2013-03-01', why: 'or runs over' },
    { from: '2012-03-31', months: -1, monthEnd: 'clamp', to: '2012-02-29', why: 'a leap February' },
    { from: '2013-01-31', months: 2, monthEnd: 'clamp', to: '2013-03-31', why: 'one step, not two' },
    { from: '2013-10-01', months: -12, monthEnd: 'clamp', to: '2012-10-01', why: 'a year back' },
    { from: '2013-01-15', months: -1, monthEnd: 'clamp', to: '2012-12-15', why: 'across the new year' },
    { from: '2013-12-15', months: 1, monthEnd: 'clamp', to: '2014-01-15', why: 'and forward' },
  ])('$from and $months is $to ($why)', ({ from, months, monthEnd, to }) => {
    expect(formatDay(addMonths(day(from), months, monthEnd))).toBe(to);
  });

  test('never go past the month they land in when clamped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: -600, max: 600 }),
        (at, months) => {
          const from = formatDay(at as Day);
          const to = formatDay(addMonths(at as Day, months, 'clamp'));
          const expected = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) + months;
          expect(Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7))).toBe(expected);
        },
      ),
    );
  });
});

describe('age in whole years', () => {
  test.for<{ born: string; on: string; age: number; rule: LeapBirthday; why: string }>([
    { born: '2000-05-11', on: '2018-05-10', age: 17, rule: '1-march', why: 'the day before a birthday' },
    { born: '2000-05-11', on: '2018-05-11', age: 18, rule: '1-march', why: 'the birthday itself' },
    { born: '2000-02-29', on: '2018-02-28', age: 17, rule: '1-march', why: 'a common year: not yet' },
    { born: '2000-02-29', on: '2018-03-01', age: 18, rule: '1-march', why: 'a common year: 1 March' },
    {
      born: '2000-02-29',
      on: '2018-02-28',
      age: 18,
      rule: '28-february',
      why: 'the other rule: a day sooner',
    },
    { born: '2000-02-29', on: '2018-02-27', age: 17, rule: '28-february', why: 'and not two' },
    {
      born: '2000-02-29',
      on: '2020-02-28',
      age: 19,
      rule: '28-february',
      why: 'in a leap year the day itself counts',
    },
    {
      born: '2000-02-29',
      on: '2020-02-29',
      age: 20,
      rule: '1-march',
      why: 'in a leap year under either rule',
    },
    { born: '2013-05-11', on: '2013-05-10', age: -1, rule: '1-march', why: 'not yet born' },
  ])('born $born, on $on: $age ($why)', ({ born, on, age, rule }) => {
    expect(ageOn(day(born), day(on), rule)).toBe(age);
  });

  test.for<LeapBirthday>(['28-february', '1-march'])(
    'those born by the last day are old enough, and nobody born after it (%s)',
    (rule) => {
      const years = fc.integer({ min: 0, max: 30 });
      const days = fc.oneof(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...['2000-02-28', '2000-02-29', '2001-02-28', '2001-03-01'].map(day)),
      );
      fc.assert(
        fc.property(years, days, (age, number) => {
          const on = number as Day;
          const last = lastBornAged(age, on, rule);
          expect(ageOn(last, on, rule)).toBeGreaterThanOrEqual(age);
          expect(ageOn(addDays(last, 1), on, rule)).toBeLessThan(age);
        }),
        { numRuns: 2000 },
      );
    },
  );
});
