import { daysInMonth, parseDay } from '../time/civil-date.ts';
import { quote } from '../quote.ts';
import type { Finding } from './reading.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const civil = /^(\d{4})-(\d\d)-(\d\d)$/;
const timed = /^(\d{4}-\d\d-\d\d)[T ]/;

/** Other ways in which a day is written, and where year, month and day stand in them. */
const ways: readonly (readonly [form: RegExp, year: number, month: number, day: number])[] = [
  [/^(\d{4})(\d\d)(\d\d)$/, 1, 2, 3],
  [/^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/, 1, 2, 3],
  // Day before month, as in England.
  [/^(\d\d?)[-/.](\d\d?)[-/.](\d{4})$/, 3, 2, 1],
];

function rewritten(text: string): string | undefined {
  for (const [form, year, month, day] of ways) {
    const found = form.exec(text);
    if (found === null) continue;
    const parts = [found[year], found[month], found[day]].map((part) => (part ?? '').padStart(2, '0'));
    const written = parts.join('-');
    if (parseDay(written) !== undefined) return written;
  }
  return undefined;
}

function whyImpossible(year: number, month: number, dayOfMonth: number): string {
  if (year === 0) return 'years count from 1';
  if (month < 1 || month > 12) return 'months go from 01 to 12';
  if (dayOfMonth === 0) return 'days count from 01';
  return `${months[month - 1] ?? ''} ${year} has ${daysInMonth(year, month)} days`;
}

/** Why `text`, which `parseDay` refuses, is no day, and the day that was perhaps meant. */
export function notADay(text: string): Finding {
  const code = 'not-a-day';
  const parts = civil.exec(text)?.slice(1).map(Number);
  if (parts !== undefined) {
    const [year = 0, month = 0, dayOfMonth = 0] = parts;
    return { code, message: `${quote(text)} does not exist: ${whyImpossible(year, month, dayOfMonth)}` };
  }
  const day = timed.exec(text)?.[1];
  if (day !== undefined && parseDay(day) !== undefined) {
    const message = `${quote(text)} has a time of day: a day is written like \`2013-10-01\``;
    return { code, message, suggestion: day };
  }
  const message = `${quote(text)} is not a day: one is written year, month, day, like \`2013-10-01\``;
  return { code, message, suggestion: rewritten(text.trim()) };
}
