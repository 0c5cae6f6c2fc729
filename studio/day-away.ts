/** So many days after a day, `2012-12-01`; before it where the number is negative. */
export function dayAway(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const clock = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'Europe/London' });

/** The day that an instant is of in London. */
export const dayInLondon = (instant: string): string => clock.format(Date.parse(instant));
