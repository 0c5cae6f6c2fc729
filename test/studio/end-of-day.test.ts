import { expect, test } from 'vitest';
import { endOfDay, untilInWords } from '../../studio/end-of-day.ts';

test.for([
  { day: '2026-01-31', ends: '2026-02-01T00:00:00.000Z', why: 'in winter London is with Greenwich' },
  { day: '2026-06-30', ends: '2026-06-30T23:00:00.000Z', why: 'in summer an hour before it' },
  { day: '2026-03-28', ends: '2026-03-29T00:00:00.000Z', why: 'the clocks go forward after this midnight' },
  { day: '2026-03-29', ends: '2026-03-29T23:00:00.000Z', why: 'and have gone forward by the next' },
  { day: '2026-10-24', ends: '2026-10-24T23:00:00.000Z', why: 'the clocks go back after this midnight' },
  { day: '2026-10-25', ends: '2026-10-26T00:00:00.000Z', why: 'and have gone back by the next' },
  { day: '2028-02-28', ends: '2028-02-29T00:00:00.000Z', why: 'the day before a leap day' },
])('$day ends at $ends: $why', ({ day, ends }) => {
  expect(endOfDay(day)).toBe(ends);
});

test.for([
  { instant: '2026-06-30T23:00:00.000Z', said: 'the end of 30 June 2026', why: 'a midnight of London' },
  { instant: '2026-02-01T00:00:00.000Z', said: 'the end of 31 January 2026', why: 'and one in winter' },
  { instant: '2026-07-01T00:00:00.000Z', said: '1 July 2026 at 01:00', why: 'a midnight of Greenwich alone' },
  { instant: '2026-06-30T23:00:01.000Z', said: '1 July 2026 at 00:00', why: 'a second after midnight' },
])('$instant is $said: $why', ({ instant, said }) => {
  expect(untilInWords(instant)).toBe(said);
});
