import { addDays, dayOf, partsOf, type Day } from '../time/civil-date.ts';
import { schoolAgeTest, seasons, termId, type Season } from '../time/term.ts';
import type { Chance } from './chance.ts';

/** A school term as it usually lies; calendars differ by some days, which is why nothing is put near its ends. */
export interface UsualTerm {
  readonly id: string;
  /** `[from, to)`. */
  readonly from: Day;
  readonly to: Day;
  /** Sessions that a child could attend. */
  readonly possible: number;
}

const usual: Readonly<Record<Season, { from: [number, number]; to: [number, number]; possible: number }>> = {
  autumn: { from: [9, 10], to: [12, 10], possible: 140 },
  spring: { from: [1, 15], to: [3, 25], possible: 120 },
  summer: { from: [5, 1], to: [7, 12], possible: 120 },
};

function termOf(year: number, season: Season): UsualTerm {
  const { from, to, possible } = usual[season];
  const at = season === 'autumn' ? year : year + 1;
  return { id: termId(year, season), from: dayOf(at, ...from), to: dayOf(at, ...to), possible };
}

/** Terms that end in `[from, to)`, oldest first. */
export function termsBetween(from: Day, to: Day): UsualTerm[] {
  const terms: UsualTerm[] = [];
  for (let year = partsOf(from).year - 1; year <= partsOf(to).year; year += 1) {
    for (const season of seasons) terms.push(termOf(year, season));
  }
  return terms.filter((term) => term.to >= from && term.to < to);
}

/** A day from Monday to Friday that every calendar has in the term, half-terms aside. */
export function dayIn(term: UsualTerm, chance: Chance): Day {
  const day = addDays(term.from, chance.int(2, term.to - term.from - 1));
  // Day 0 was a Thursday: 5 and 6 are the days of a weekend.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return addDays(day, -Math.max(0, weekday - 4));
}

/** Compulsory school age, as the vocabulary `family@1` has it. */
export const schoolAge = {
  startsAt: 5,
  cutOff: { autumn: '08-31', spring: '12-31', summer: '03-31' },
  endsAt: 16,
  leavingYearFrom: '09-01',
  source: { ref: 'education-act', standing: 'unverified' as const },
};

const ofSchoolAge = schoolAgeTest(schoolAge, '1-march');

export function attends(born: Day, term: UsualTerm): boolean {
  return ofSchoolAge(born, term.id);
}
