import type { Ruleset } from '../../engine/document/ruleset.ts';

/** Whole days since 1970-01-01, by the platform's own calendar in UTC: nothing here is shared with the engine. */
export type Day = number;

/** Half-open: `opens` is in, `closes` is out. */
export interface Span {
  readonly opens: Day;
  readonly closes: Day;
}

const MILLISECONDS = 86_400_000;

/** The same function, asked only once for each key: the platform's calendar is slow. */
function remembered<K, V>(ask: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}

export const dayOf = remembered((iso: string): Day => Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS);

export const isoOf = remembered((day: Day): string =>
  new Date(day * MILLISECONDS).toISOString().slice(0, 10),
);

/** Before every record, coverage span and membership that the reference is asked about; a span that opens here has no beginning. */
export const FIRST_DAY = dayOf('2010-01-01');

/** Days before the first, for what reaches back for ever: one at least of every year of anybody's age. */
export const earlierDays: readonly Day[] = Array.from({ length: 80 }, (_, at) => FIRST_DAY - 300 * (80 - at));

export function yearOf(day: Day): number {
  return Number(isoOf(day).slice(0, 4));
}

/** JavaScript's own months overflow (31 January and one month is 3 March): the ruleset says where it lands instead. */
export function addMonths(day: Day, months: number, monthEnd: Ruleset['monthEnd']): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = isoOf(day).split('-').map(Number);
  const landed = new Date(Date.UTC(year, month - 1 + months, dayOfMonth));
  if (landed.getUTCDate() === dayOfMonth) return landed.getTime() / MILLISECONDS;
  const firstOfNext = Date.UTC(year, month + months, 1) / MILLISECONDS;
  return monthEnd === 'clamp' ? firstOfNext - 1 : firstOfNext;
}

const partsOf = remembered((day: Day): number[] => isoOf(day).split('-').map(Number));

/** The day on which someone born on `born` becomes `age`. */
export function birthday(born: Day, age: number, leapBirthday: Ruleset['leapBirthday']): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = partsOf(born);
  const there = Date.UTC(year + age, month - 1, dayOfMonth) / MILLISECONDS;
  const exists = partsOf(there)[2] === dayOfMonth;
  if (exists) return there;
  return dayOf(leapBirthday === '28-february' ? `${year + age}-02-28` : `${year + age}-03-01`);
}

/** Counts the birthdays that have come by `day`; negative before birth. */
export function ageOn(born: Day, day: Day, leapBirthday: Ruleset['leapBirthday']): number {
  let age = yearOf(day) - yearOf(born) + 1;
  while (birthday(born, age, leapBirthday) > day) age -= 1;
  return age;
}

export function daysOf(span: Span): Day[] {
  const days: Day[] = [];
  for (let day = span.opens; day < span.closes; day += 1) days.push(day);
  return days;
}

export function within(day: Day, span: Span): boolean {
  return span.opens <= day && day < span.closes;
}
