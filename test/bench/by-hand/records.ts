import type { CoverageSpan, Family, FamilyRecord, Member } from '../../../engine/family/family.ts';
import { dayOf, partsOf, type Day } from '../../../engine/time/civil-date.ts';
import type { Span } from '../../../engine/time/span.ts';
import type { TermCalendar } from '../../../engine/time/term.ts';

/** One family on one day. */
export interface Case {
  readonly family: Family;
  readonly asOf: Day;
  /** Null while not attached by `asOf`. */
  readonly attachedOn: Day | null;
  /** Criteria look from the attachment day, or failing that from `asOf`. */
  readonly lookedFrom: Day;
  readonly calendar: TermCalendar;
  /** The 6 months before `asOf`; undefined until they have passed since the family joined. */
  readonly halfYear: Span | undefined;
}

const nothing: readonly FamilyRecord[] = [];

/**
 * The records of one type, and the days on which they are known to be all. No window of Phase 1 closes later than
 * the day after `asOf`, so that a span asked about never has to be cut there.
 */
export class Source {
  readonly records: readonly FamilyRecord[];
  /** Whether every day is known. */
  readonly complete: boolean;
  private readonly coverage: readonly CoverageSpan[] | undefined;

  constructor({ records, coverage }: Family, type: string) {
    const listed = records.get(type);
    this.records = listed ?? nothing;
    this.coverage = coverage.get(type);
    this.complete = listed !== undefined && this.coverage === undefined;
  }

  /** Whether it is known that there is no record at all. */
  get isEmpty(): boolean {
    return this.complete && this.records.length === 0;
  }

  /** The first day of `[from, to)` that is not known for a member, or for the family at -1; `to` where all are. */
  firstUnknown(member: number, from: number, to: number): number {
    if (this.complete || from >= to) return to;
    let day = from;
    for (let before = NaN; day !== before && day < to;) {
      before = day;
      for (const span of this.coverage ?? []) {
        if ((span.member === -1 || span.member === member) && span.from <= day && span.to > day)
          day = span.to;
      }
    }
    return Math.min(day, to);
  }

  /** The first day after `day` on which coverage of a member begins; `to` where none does before. */
  nextKnown(member: number, day: number, to: number): number {
    let next = to;
    for (const span of this.coverage ?? []) {
      if ((span.member === -1 || span.member === member) && span.from > day && span.from < next)
        next = span.from;
    }
    return next;
  }

  /** Whether something about a member on a day of a span, while they were one, is not known. */
  lacksOf({ index, joinedOn, leftOn }: Member, { from, to }: Span): boolean {
    if (this.complete) return false;
    const last = Math.min(to, leftOn);
    return this.firstUnknown(index, Math.max(from, joinedOn), last) < last;
  }

  /** The same for any member. */
  lacksOfAny(members: readonly Member[], span: Span): boolean {
    return !this.complete && members.some((member) => this.lacksOf(member, span));
  }

  /** Whether a day of a span is not known for the family as a whole. */
  lacksOfFamily({ from, to }: Span): boolean {
    return this.firstUnknown(-1, from, to) < to;
  }
}

export function isMemberOn({ joinedOn, leftOn }: Member, day: Day): boolean {
  return joinedOn <= day && day < leftOn;
}

/** Whether a member's record, within their membership, shares a day with a span. */
export function touches(record: FamilyRecord, member: Member, span: Span): boolean {
  return Math.max(record.from, span.from, member.joinedOn) < Math.min(record.to, span.to, member.leftOn);
}

/** The same for a record that may name no member. */
export function happenedIn(record: FamilyRecord, members: readonly Member[], span: Span): boolean {
  const member = record.member < 0 ? undefined : members[record.member];
  return member === undefined
    ? Math.max(record.from, span.from) < Math.min(record.to, span.to)
    : touches(record, member, span);
}

/** The first day on which someone is 18; born on 29 February, 1 March. */
export function comesOfAge(born: Day): Day {
  const { year, month, dayOfMonth } = partsOf(born);
  // because 29 February of a common year is counted on to 1 March
  return dayOf(year + 18, month, dayOfMonth);
}

/** A field that may be absent, or null for not known. */
export function isSaid(record: FamilyRecord, field: string): boolean | undefined {
  const value = record.fields[field];
  return typeof value === 'boolean' ? value : undefined;
}

/** The kind of a record whose kind is required. */
export function kindOf(record: FamilyRecord): string {
  const { kind } = record.fields;
  return typeof kind === 'string' ? kind : '';
}
