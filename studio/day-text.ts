import { parseDay } from './engine.ts';
import type { DayText } from './ui/date-fields.tsx';

/** A new one each time: a store changes what it is given. */
export const noDay = (): DayText => ({ day: '', month: '', year: '' });

const twoDigits = (text: string) => (text === '' ? '' : text.padStart(2, '0'));

/** A day as typed, as the engine writes it; empty where nothing is typed, and no day where it is not whole. */
export function isoOf({ day, month, year }: DayText): string {
  if (day === '' && month === '' && year === '') return '';
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const plain = (text: string) => text.replace(/^0(?=\d)/, '');

/** `2012-12-01` as it would be typed. */
export function typedDay(iso: string): DayText {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { day: plain(day), month: plain(month), year };
}

/** The day that is typed, where it is whole and exists. */
export function dayIn(typed: DayText): string | undefined {
  const iso = isoOf(typed);
  return parseDay(iso) === undefined ? undefined : iso;
}
