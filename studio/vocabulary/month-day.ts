/** A day of every year as it is typed: text, because half a day is not a day. */
export interface MonthDayText {
  readonly day: string;
  readonly month: string;
}

/** `08-31` as it is typed into two fields. */
export function monthDayTyped(kept: string): MonthDayText {
  const [month = '', day = ''] = kept.split('-');
  const bare = (text: string) => text.replace(/^0+(?=\d)/, '');
  return { day: bare(day), month: bare(month) };
}

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is typed, as `08-31`; undefined where not every year has such a day. */
export function monthDayOf({ day, month }: MonthDayText): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month)) return undefined;
  const most = days[Number(month) - 1];
  if (most === undefined || Number(day) < 1 || Number(day) > most) return undefined;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
