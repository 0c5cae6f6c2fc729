import type { DayText } from './date-fields.tsx';

/** A day as a form keeps it: what was typed into its three fields, with a stroke between. */
export const keptDay = ({ day, month, year }: DayText) => `${day}/${month}/${year}`;

/** What was typed, from what a form keeps. */
export function typedDay(kept: string): DayText {
  const [day = '', month = '', year = ''] = kept.split('/');
  return { day, month, year };
}

/** The day that was typed as `2026-02-01`; undefined where there is no such day. */
export function isoDay(kept: string): string | undefined {
  const { day, month, year } = typedDay(kept);
  const iso = [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
