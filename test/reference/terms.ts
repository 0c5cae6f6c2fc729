import type { Calendar } from '../../engine/document/calendar.ts';
import type { Ruleset } from '../../engine/document/ruleset.ts';
import type { Vocabulary } from '../../engine/document/vocabulary.ts';
import { birthday, dayOf, isoOf, within, yearOf, type Day, type Span } from './days.ts';
import type { RawMember } from './raw-family.ts';

const inOrder = ['autumn', 'spring', 'summer'] as const;
type TermName = (typeof inOrder)[number];

export interface Term extends Span {
  readonly id: string;
}

function termIdOf(year: number, name: TermName): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}/${name}`;
}

/** The academic year of a day begins on 1 September and is named by the year it begins in. */
function academicYearOf(day: Day): number {
  return isoOf(day).slice(5) >= '09-01' ? yearOf(day) : yearOf(day) - 1;
}

export function termOf(calendar: Calendar, id: string): Term | undefined {
  const term = calendar.terms.find((listed) => listed.id === id);
  return term && { id, opens: dayOf(term.from), closes: dayOf(term.to) };
}

type Standing = 'completed' | 'not-completed' | 'undecided';

/** Whether a term of the looked-from day's own academic year is over, where the calendar need not list it. */
function standingOf(calendar: Calendar, name: TermName, day: Day): Standing {
  const completed = (other: TermName) => {
    const term = termOf(calendar, termIdOf(academicYearOf(day), other));
    return term && term.closes <= day;
  };
  const listed = completed(name);
  if (listed !== undefined) return listed ? 'completed' : 'not-completed';
  const at = inOrder.indexOf(name);
  if (inOrder.slice(at + 1).some((later) => completed(later) === true)) return 'completed';
  if (inOrder.slice(0, at).some((earlier) => completed(earlier) === false)) return 'not-completed';
  return 'undecided';
}

/** Newest first. `unknown` where one of them is not listed, or may not be over. */
export function lastTerms(
  calendar: Calendar,
  day: Day,
  wanted: { count: number; partTerm: boolean },
): Term[] | 'unknown' {
  const running = calendar.terms
    .map(({ id }) => termOf(calendar, id))
    .find((term) => term && within(day, term));
  const taken: (Term | undefined)[] = wanted.partTerm && running ? [running] : [];
  for (let year = academicYearOf(day); taken.length < wanted.count; year -= 1) {
    for (const name of inOrder.toReversed()) {
      const over = year < academicYearOf(day) ? 'completed' : standingOf(calendar, name, day);
      if (over === 'not-completed' || taken.length === wanted.count) continue;
      taken.push(over === 'completed' ? termOf(calendar, termIdOf(year, name)) : undefined);
    }
  }
  const listed = taken.filter((term) => term !== undefined);
  return listed.length === taken.length ? listed : 'unknown';
}

/** What says who is of school age. */
interface Lawful {
  readonly vocabulary: Vocabulary;
  readonly ruleset: Pick<Ruleset, 'leapBirthday'>;
}

/**
 * Whether someone is of compulsory school age in a term; undefined without a date of birth. The cut-off day of a term is
 * the last one before it begins: 31 August and 31 December of the year in which the academic year begins, 31 March of the next.
 */
export function ofSchoolAge(
  { vocabulary, ruleset }: Lawful,
  member: RawMember,
  termId: string,
): boolean | undefined {
  if (!member.dateOfBirth) return undefined;
  const { startsAt, cutOff, endsAt, leavingYearFrom } = vocabulary.schoolAge;
  const born = dayOf(member.dateOfBirth);
  const year = Number(termId.slice(0, 4));
  const name = termId.slice(8);
  const cutOffs: Record<string, string> = {
    autumn: `${year}-${cutOff.autumn}`,
    spring: cutOff.spring >= '09-01' ? `${year}-${cutOff.spring}` : `${year + 1}-${cutOff.spring}`,
    summer: cutOff.summer >= '09-01' ? `${year}-${cutOff.summer}` : `${year + 1}-${cutOff.summer}`,
  };
  const { leapBirthday } = ruleset;
  const started = birthday(born, startsAt, leapBirthday) <= dayOf(cutOffs[name] ?? '');
  const leaves = dayOf(`${year}-${leavingYearFrom}`);
  return started && birthday(born, endsAt, leapBirthday) >= leaves;
}
