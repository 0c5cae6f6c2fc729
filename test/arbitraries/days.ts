import * as fc from 'fast-check';
import { addMonths, dayOf, isoOf } from '../reference/days.ts';

/** Ends of months and of terms, a leap day, and first days: where windows open and close. */
const keyDays = ['2012-02-29', '2012-10-01', '2013-03-31', '2013-08-31', '2013-12-20'].map(dayOf);
const monthsAway = [0, -1, -2, -3, -6, -12];

const around = (day: number) => [day, day - 1, day + 1];

/** A day that a test may look from: a key day, or the day before or after one. */
export const lookDay = fc.constantFrom(...keyDays, ...keyDays.flatMap(around)).map(isoOf);

/** A day on which a family was attached: mostly early, so that there is something to look back on. */
export const attachmentDay = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...keyDays.slice(0, 2).flatMap(around)).map(isoOf) },
  { weight: 1, arbitrary: lookDay },
);

/** A day on which something happened: a whole number of months or weeks before a key day, or a day off that. */
export const happeningDay = fc
  .constantFrom(
    ...keyDays.flatMap((day) =>
      monthsAway
        .flatMap((months) => around(addMonths(day, months, 'clamp')))
        .concat(day - 7, day - 14, day - 30),
    ),
  )
  .map(isoOf);

const ages = [3, 4, 5, 10, 11, 15, 16, 17, 18, 19, 40];

/** A date of birth that puts a birthday on, just before or just after a key day, or on 29 February. */
export const birthDay = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...ages), fc.constantFrom(...keyDays), fc.constantFrom(0, -1, 1))
      .map(([age, day, off]) => isoOf(addMonths(day, -12 * age, 'overflow') + off)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1996-02-29', '2008-02-29', '2007-03-31', '1996-09-01', '1996-08-31'),
  },
);
