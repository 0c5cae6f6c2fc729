const written = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2012-12-01` as 1 December 2012. */
export function dayInWords(day: string): string {
  return written.format(Date.parse(`${day}T00:00:00Z`));
}

/** The day before one that is the first outside: the last day inside, in words. */
export function lastDayInWords(firstOutside: string): string {
  return written.format(Date.parse(`${firstOutside}T00:00:00Z`) - 86_400_000);
}
