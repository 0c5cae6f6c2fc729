import type { Verdict } from '../../../engine/index.ts';

// Put in words by hand: what Intl writes is another on another machine, and a page is made again byte by byte.

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2012-12-01` as 1 December 2012; what is no day stays as it is. */
export function dayInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return year === undefined || name === undefined ? day : `${String(Number(date))} ${name} ${year}`;
}

/** The day before the first one outside: the last inside. */
export function lastDayInWords(firstOutside: string): string {
  const before = Date.parse(`${firstOutside}T00:00:00Z`) - 86_400_000;
  return Number.isNaN(before) ? firstOutside : dayInWords(new Date(before).toISOString().slice(0, 10));
}

/** An instant in UTC, to the second. */
export function instantInWords(instant: string): string {
  return `${dayInWords(instant.slice(0, 10))}, ${instant.slice(11, 19)} UTC`;
}

/** Pence as £3,200, or £10.50 where there are pence. */
export function pounds(pence: number): string {
  const whole = String(Math.floor(pence / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const rest = pence % 100;
  return rest === 0 ? `£${whole}` : `£${whole}.${String(rest).padStart(2, '0')}`;
}

/** `2012-13/autumn` as autumn 2012-13. */
export function termInWords(term: string): string {
  const [year = '', season = ''] = term.split('/');
  return `${season} ${year}`;
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  unknown: 'Not known',
  'not-applicable': 'Does not apply',
};

/** A text with a capital at its head. */
export function opening(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `1 decision`, `2 decisions`. */
export function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}
