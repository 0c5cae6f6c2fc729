/** A civil day as whole days since 1970-01-01 in the proleptic Gregorian calendar: no clock, no time zone. */
export type Day = number & { readonly brand: 'Day' };

/** How a month offset lands where the month is too short: `clamp` is its last day, `overflow` the first of the next. */
export type MonthEnd = 'clamp' | 'overflow';

/** The day on which someone born on 29 February grows older in a common year. */
export type LeapBirthday = '1-march' | '28-february';

const zero = 48;
const dash = 45;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0);
}

/** Days from civil, after Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

export interface CivilParts {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly dayOfMonth: number;
}

export function partsOf(day: Day): CivilParts {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** The day that `YYYY-MM-DD` names, or undefined where the text has another form or there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  if (!(year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return undefined;
  return dayOfMonth <= daysInMonth(year, month) ? dayOf(year, month, dayOfMonth) : undefined;
}

export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** Moves by whole months in one step from `day`; never chain it, because 31 January + 1 + 1 months is not + 2. */
export function addMonths(day: Day, months: number, monthEnd: MonthEnd): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  const length = daysInMonth(toYear, toMonth);
  if (dayOfMonth <= length) return dayOf(toYear, toMonth, dayOfMonth);
  return addDays(dayOf(toYear, toMonth, length), monthEnd === 'clamp' ? 0 : 1);
}

/** Whole years lived on `day` by someone born on `born`; negative before birth. A birthday itself counts. */
export function ageOn(born: Day, day: Day, leapBirthday: LeapBirthday): number {
  const from = partsOf(born);
  const to = partsOf(day);
  const common = from.month === 2 && from.dayOfMonth === 29 && !isLeapYear(to.year);
  const month = common && leapBirthday === '1-march' ? 3 : from.month;
  const dayOfMonth = common ? (leapBirthday === '1-march' ? 1 : 28) : from.dayOfMonth;
  const before = to.month < month || (to.month === month && to.dayOfMonth < dayOfMonth);
  return to.year - from.year - (before ? 1 : 0);
}

/** The last day on which someone can be born who is `years` old on `day`. */
export function lastBornAged(years: number, day: Day, leapBirthday: LeapBirthday): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const length = daysInMonth(year - years, month);
  // because a birthday of 29 February may fall on the day after
  let born = addDays(dayOf(year - years, month, Math.min(dayOfMonth, length)), 1);
  while (ageOn(born, day, leapBirthday) < years) born = addDays(born, -1);
  return born;
}
