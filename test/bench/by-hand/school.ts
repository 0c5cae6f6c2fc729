import type { FamilyRecord, Member } from '../../../engine/family/family.ts';
import { addDays, type Day } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import { lastTerms, type SchoolAgeTest, type TermCalendar } from '../../../engine/time/term.ts';
import type { Verdict } from '../../../engine/verdict.ts';
import { isMemberOn, isSaid, kindOf, Source, touches, type Case } from './records.ts';

interface Term {
  readonly id: string;
  readonly from: Day;
}

interface Terms extends Span {
  readonly terms: readonly Term[];
}

/** What the calendar says of a day; absent where it lacks a term. */
interface SchoolDay {
  /** The last 3 completed terms. */
  readonly three: Terms | undefined;
  /** The term in progress, or the last one. */
  readonly latest: Terms | undefined;
}

function termsOn(
  calendar: TermCalendar,
  day: Day,
  wanted: { count: number; partTerm: boolean },
): Terms | undefined {
  const run = lastTerms(calendar, day, wanted);
  if (run.kind === 'lacking') return undefined;
  const terms = run.terms.flatMap((id) => calendar.terms.get(id) ?? []);
  return { terms, from: run.opens, to: run.closes };
}

/** Finds the terms that a day looks back on, once for each day and calendar. */
function schoolDays(): (calendar: TermCalendar, day: Day) => SchoolDay {
  const calendars = new Map<TermCalendar, Map<Day, SchoolDay>>();
  return (calendar, day) => {
    let days = calendars.get(calendar);
    if (days === undefined) calendars.set(calendar, (days = new Map<Day, SchoolDay>()));
    let found = days.get(day);
    if (found === undefined) {
      found = {
        three: termsOn(calendar, day, { count: 3, partTerm: false }),
        latest: termsOn(calendar, day, { count: 1, partTerm: true }),
      };
      days.set(day, found);
    }
    return found;
  };
}

/** At least 3 fixed-term exclusions, or, for `permanent`, one of that kind. */
function excluded(
  exclusions: Source,
  member: Member,
  span: Span,
): { fixedTerm: Verdict; permanent: Verdict } {
  let fixedTerm = 0;
  let permanent = false;
  for (const record of exclusions.records) {
    if (record.member !== member.index || !touches(record, member, span)) continue;
    if (kindOf(record) === 'permanent') permanent = true;
    else fixedTerm += 1;
  }
  const otherwise = exclusions.lacksOf(member, span) ? 'unknown' : 'not-met';
  return { fixedTerm: fixedTerm >= 3 ? 'met' : otherwise, permanent: permanent ? 'met' : otherwise };
}

function rowOf(rows: readonly FamilyRecord[], member: number, term: string): FamilyRecord | undefined {
  for (const row of rows) if (row.member === member && row.term === term) return row;
  return undefined;
}

function sessions(row: FamilyRecord, field: string): number | undefined {
  const value = row.fields[field];
  return typeof value === 'number' ? value : undefined;
}

/** In alternative provision or a pupil referral unit because of an exclusion, or on no school's roll. */
function placedOut(placements: Source, member: Member, today: Span): Verdict {
  let may = false;
  for (const record of placements.records) {
    if (record.member !== member.index || !touches(record, member, today)) continue;
    const kind = kindOf(record);
    if (kind === 'not-on-roll') return 'met';
    if (kind !== 'pupil-referral-unit' && kind !== 'alternative-provision') continue;
    const becauseExcluded = isSaid(record, 'becauseExcluded');
    if (becauseExcluded === true) return 'met';
    if (becauseExcluded === undefined) may = true;
  }
  return may || placements.lacksOf(member, today) ? 'unknown' : 'not-met';
}

/** How the children of compulsory school age do. */
export class Schooling {
  private readonly schoolDay = schoolDays();
  private readonly ofSchoolAge: SchoolAgeTest;

  constructor(ofSchoolAge: SchoolAgeTest) {
    this.ofSchoolAge = ofSchoolAge;
  }

  /** A child is not in school as they should be. */
  education(at: Case): Verdict {
    const { three, latest } = this.schoolDay(at.calendar, at.lookedFrom);
    const record = this.badRecord(at, three);
    if (record === 'met') return 'met';
    const whereabouts = this.outOfSchool(at, latest);
    return whereabouts === 'not-met' ? record : whereabouts;
  }

  /** Every child of school age in the last 3 terms has fewer than 3 exclusions and less than 15 % absence. */
  educationResult({ family, asOf, calendar }: Case): Verdict {
    const { three } = this.schoolDay(calendar, asOf);
    const exclusions = new Source(family, 'exclusion');
    const attendance = new Source(family, 'term-attendance');
    let sure = 0;
    let children = 0;
    let open = false;
    for (const member of family.members) {
      if (member.role !== 'child' || !isMemberOn(member, asOf)) continue;
      const pupil = this.isPupil(member, three);
      if (pupil === false) continue;
      children += 1;
      if (pupil === true) sure += 1;
      const exclusion = three === undefined ? 'unknown' : excluded(exclusions, member, three).fixedTerm;
      const absence = this.absent(attendance.records, member, three);
      const failed = exclusion === 'met' || absence === 'met';
      if (failed && pupil === true) return 'not-met';
      if (failed || exclusion === 'unknown' || absence === 'unknown') open = true;
    }
    if (children === 0) return 'not-applicable';
    return open || sure === 0 ? 'unknown' : 'met';
  }

  /** Three fixed-term exclusions, a permanent one, or the absence, of a child of school age in the last 3 terms. */
  private badRecord({ family, lookedFrom }: Case, three: Terms | undefined): Verdict {
    const exclusions = new Source(family, 'exclusion');
    const attendance = new Source(family, 'term-attendance');
    let verdict: Verdict = 'not-met';
    for (const member of family.members) {
      if (member.role !== 'child' || !isMemberOn(member, lookedFrom)) continue;
      const pupil = this.isPupil(member, three);
      if (pupil === false) continue;
      if (three === undefined) return 'unknown';
      const { fixedTerm, permanent } = excluded(exclusions, member, three);
      const absence = this.absent(attendance.records, member, three);
      const shown = fixedTerm === 'met' || permanent === 'met' || absence === 'met';
      if (shown && pupil === true) return 'met';
      if (shown || fixedTerm === 'unknown' || absence === 'unknown') verdict = 'unknown';
    }
    return verdict;
  }

  /** A child of school age, in the term in progress or failing one in the last, is not at a school today. */
  private outOfSchool({ family, lookedFrom }: Case, latest: Terms | undefined): Verdict {
    const placements = new Source(family, 'school-placement');
    if (placements.isEmpty) return 'not-met';
    const today: Span = { from: lookedFrom, to: addDays(lookedFrom, 1) };
    let verdict: Verdict = 'not-met';
    for (const member of family.members) {
      if (member.role !== 'child' || !isMemberOn(member, lookedFrom)) continue;
      const out = placedOut(placements, member, today);
      if (out === 'not-met') continue;
      const pupil = this.isPupil(member, latest);
      if (out === 'met' && pupil === true) return 'met';
      if (pupil !== false) verdict = 'unknown';
    }
    return verdict;
  }

  /** Whether someone is of compulsory school age in one of some terms; undefined where that cannot be told. */
  private isPupil({ dateOfBirth }: Member, during: Terms | undefined): boolean | undefined {
    if (during === undefined || dateOfBirth === undefined) return undefined;
    for (const { id } of during.terms) if (this.ofSchoolAge(dateOfBirth, id)) return true;
    return false;
  }

  /** At least 15 % of the sessions of some terms missed without leave; a term that needs a row and has none is not known. */
  private absent(rows: readonly FamilyRecord[], member: Member, during: Terms | undefined): Verdict {
    if (during === undefined) return 'unknown';
    let possible = 0;
    let least = 0;
    let most = 0;
    for (const { id, from } of during.terms) {
      if (!isMemberOn(member, from)) continue;
      const row = rowOf(rows, member.index, id);
      if (row === undefined) {
        const { dateOfBirth } = member;
        if (dateOfBirth === undefined || this.ofSchoolAge(dateOfBirth, id)) return 'unknown';
        continue;
      }
      const all = sessions(row, 'possible') ?? 0;
      const missed = sessions(row, 'unauthorised');
      possible += all;
      least += missed ?? 0;
      most += missed ?? all - (sessions(row, 'authorised') ?? 0);
    }
    if (possible === 0) return 'not-applicable';
    if (least * 100 >= possible * 15) return 'met';
    return most * 100 < possible * 15 ? 'not-met' : 'unknown';
  }
}
