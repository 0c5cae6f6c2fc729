import { instantInWords } from './instant-in-words.ts';

const zone = { timeZone: 'Europe/London' } as const;
const clock = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  ...zone,
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
const hour = 3_600_000;

/** The instant at which a day, `2026-02-01`, ends in London: the first of the day after it. */
export function endOfDay(iso: string): string {
  const midnight = Date.parse(`${iso}T00:00:00Z`) + 24 * hour;
  // because in summer London is an hour before Greenwich; the clocks change at one, after the midnight of their day
  const early = clock.format(midnight) === '00:00:00' ? 0 : hour;
  return new Date(midnight - early).toISOString();
}

/** Until when something is good: the end of a day in London where it is that, else to the minute. */
export function untilInWords(instant: string): string {
  const at = Date.parse(instant);
  return clock.format(at) === '00:00:00' ? `the end of ${day.format(at - 1)}` : instantInWords(instant);
}
