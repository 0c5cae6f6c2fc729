import type { DayText } from './ui/date-fields.tsx';

const twoDigits = (text: string) => text.padStart(2, '0');

/** What is typed into three fields, as `2012-12-01`; it need not be a day that there is. */
export const dayOf = ({ day, month, year }: DayText) =>
  `${year.padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

/** `2012-12-01` as it is typed into three fields. */
export function dayTyped(iso: string): DayText {
  const [year = '', month = '', day = ''] = iso.split('-');
  const bare = (text: string) => text.replace(/^0+(?=\d)/, '');
  return { day: bare(day), month: bare(month), year };
}
