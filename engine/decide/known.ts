import { BEFORE_ALL, type FamilyRecord, type Member } from '../family/family.ts';
import type { Day } from '../time/civil-date.ts';
import { isEmpty, overlap, union, without, type Span } from '../time/span.ts';
import { FAMILY, type Run } from './run.ts';

/** Everything up to and including `asOf`. */
export function seen(run: Run): Span {
  return { from: BEFORE_ALL, to: (run.asOf + 1) as Day };
}

/** Whether every day seen is known of a type: it is listed, and nothing says that it is known for some days only. */
export function isWhollyKnown({ family }: Run, recordType: string): boolean {
  return family.records.has(recordType) && !family.coverage.has(recordType);
}

function findKnownDays(run: Run, recordType: string, member: number): readonly Span[] {
  const coverage = run.family.coverage.get(recordType);
  if (coverage === undefined) return run.family.records.has(recordType) ? [seen(run)] : [];
  const own = coverage.filter((span) => span.member === FAMILY || span.member === member);
  return union(own.map((span) => overlap(span, seen(run))));
}

/** The days on which a record type is known to be complete, for one member or, at -1, for the family as a whole. */
function knownDays(run: Run, recordType: string, member: number): readonly Span[] {
  const found = run.known.get(recordType) ?? [];
  if (found.length === 0) run.known.set(recordType, found);
  return (found[member + 1] ??= findKnownDays(run, recordType, member));
}

/** The part of a span in which records of a member count: within membership and not after `asOf`. */
export function withinMembership(run: Run, member: Member | undefined, span: Span): Span {
  const visible = overlap(span, seen(run));
  return member === undefined ? visible : overlap(visible, { from: member.joinedOn, to: member.leftOn });
}

/** The days of a span on which nothing is known of a type for a member, or for the family at -1. */
export function unknownDays(
  run: Run,
  recordType: string,
  at: { readonly member: number; readonly span: Span },
): Span[] {
  return isEmpty(at.span) ? [] : without(at.span, knownDays(run, recordType, at.member));
}

const none: readonly FamilyRecord[] = [];

/** The records of a type that are there; none where the type is absent. */
export function recordsOf(run: Run, recordType: string): readonly FamilyRecord[] {
  return run.family.records.get(recordType) ?? none;
}

/** The part of a record inside a span, its member's membership and the days seen; empty where it does not count there. */
export function inside(run: Run, record: FamilyRecord, span: Span): Span {
  return withinMembership(run, run.family.members[record.member], overlap(record, span));
}

export function isMemberOn(member: Member, day: Day): boolean {
  return member.joinedOn <= day && day < member.leftOn;
}
