const written = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZone: 'Europe/London',
});

/** An instant as a clock in London shows it, to the minute. */
export const instantInWords = (instant: string): string => written.format(Date.parse(instant));
