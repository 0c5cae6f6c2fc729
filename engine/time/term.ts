import type { Calendar } from '../document/calendar.ts';
import type { Vocabulary } from '../document/vocabulary.ts';
import {
  addDays,
  lastBornAged,
  dayOf,
  parseDay,
  partsOf,
  type Day,
  type LeapBirthday,
} from './civil-date.ts';

/** In the order of an academic year. */
export const seasons = ['autumn', 'spring', 'summer'] as const;
export type Season = (typeof seasons)[number];

/** A listed term, `[from, to)`. */
export interface Term {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
}

/** A calendar ready to be asked. */
export interface TermCalendar {
  readonly id: string;
  readonly terms: ReadonlyMap<string, Term>;
  /** Runs found before: the same question has the same answer. */
  readonly runs: Map<string, TermRun>;
}

/** `year` is the one in which the academic year begins. */
export function termId(year: number, season: Season): string {
  return `${String(year).padStart(4, '0')}-${String((year + 1) % 100).padStart(2, '0')}/${season}`;
}

/** The year and season of a well-formed term id. */
export function termParts(id: string): { readonly year: number; readonly season: Season } {
  const season = seasons.find((name) => id.endsWith(name)) ?? 'autumn';
  return { year: Number(id.slice(0, 4)), season };
}

/** An academic year begins on 1 September. */
export function academicYear(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 9 ? year : year - 1;
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error('invariant: a checked calendar has only days');
  return day;
}

export function termCalendar(calendar: Calendar): TermCalendar {
  const terms = calendar.terms.map(({ id, from, to }): [string, Term] => [
    id,
    { id, from: dayIn(from), to: dayIn(to) },
  ]);
  return { id: calendar.id, terms: new Map(terms), runs: new Map() };
}

/** A run of terms with the days it spans, or the terms that the calendar lacks. */
export type TermRun =
  | { readonly kind: 'run'; readonly terms: readonly string[]; readonly opens: Day; readonly closes: Day }
  | { readonly kind: 'lacking'; readonly terms: readonly string[] };

/** Ids of the terms that may come last before `day`, newest first, and whether each is one to take. */
function* candidates(calendar: TermCalendar, day: Day, partTerm: boolean): Generator<string> {
  const year = academicYear(day);
  const own = [...seasons].reverse().map((season) => termId(year, season));
  let completed = false;
  for (const [at, id] of own.entries()) {
    const term = calendar.terms.get(id);
    if (term === undefined) {
      const earlier = own.slice(at + 1).map((other) => calendar.terms.get(other));
      const begun = !earlier.some((other) => other !== undefined && other.to > day);
      if (completed || begun) yield id;
    } else if (term.to <= day) {
      completed = true;
      yield id;
    } else if (partTerm && term.from <= day) yield id;
  }
  for (let back = 1; ; back += 1) {
    for (const season of [...seasons].reverse()) yield termId(year - back, season);
  }
}

interface Wanted {
  readonly count: number;
  readonly partTerm: boolean;
}

function findTerms(calendar: TermCalendar, day: Day, wanted: Wanted): TermRun {
  const taken: string[] = [];
  for (const id of candidates(calendar, day, wanted.partTerm)) {
    if (taken.length === wanted.count) break;
    taken.push(id);
  }
  const listed = taken.flatMap((id) => calendar.terms.get(id) ?? []);
  const oldest = listed.at(-1);
  const newest = listed[0];
  if (listed.length < taken.length || oldest === undefined || newest === undefined) {
    return { kind: 'lacking', terms: taken.filter((id) => !calendar.terms.has(id)) };
  }
  const closes = newest.to <= day ? newest.to : ((day + 1) as Day);
  return { kind: 'run', terms: taken.reverse(), opens: oldest.from, closes };
}

/** More days than a caseload is asked about; beyond it the memory starts afresh. */
const REMEMBERED = 20_000;

/** The last `count` completed terms before `day`; with `partTerm`, the one in progress counts as the newest of them. */
export function lastTerms(calendar: TermCalendar, day: Day, wanted: Wanted): TermRun {
  const key = `${day} ${wanted.count} ${String(wanted.partTerm)}`;
  const before = calendar.runs.get(key);
  if (before !== undefined) return before;
  if (calendar.runs.size >= REMEMBERED) calendar.runs.clear();
  const found = findTerms(calendar, day, wanted);
  calendar.runs.set(key, found);
  return found;
}

function onDay(year: number, monthAndDay: string): Day {
  return dayOf(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3, 5)));
}

/** Whether someone born on `born` is of compulsory school age in a term. */
export type SchoolAgeTest = (born: Day, term: string) => boolean;

/** Compulsory school age by the vocabulary's rule. */
export function schoolAgeTest(rule: Vocabulary['schoolAge'], leapBirthday: LeapBirthday): SchoolAgeTest {
  /** Whoever is of school age in a term was born after the one day, and no later than the other. */
  const bornIn = (id: string) => {
    const { year, season } = termParts(id);
    const cutOff = onDay(
      season === 'autumn' ? year : year + (season === 'spring' ? 0 : 1),
      rule.cutOff[season],
    );
    const eve = addDays(onDay(year, rule.leavingYearFrom), -1);
    return {
      after: lastBornAged(rule.endsAt, eve, leapBirthday),
      last: lastBornAged(rule.startsAt, cutOff, leapBirthday),
    };
  };
  const found = new Map<string, ReturnType<typeof bornIn>>();
  return (born, term) => {
    const days = found.get(term) ?? bornIn(term);
    found.set(term, days);
    return born > days.after && born <= days.last;
  };
}
