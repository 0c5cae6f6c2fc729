import type { Member } from '../family/family.ts';
import { ageOn, type Day } from '../time/civil-date.ts';
import { overlap, type Span } from '../time/span.ts';
import type { Selecting } from './compiler.ts';
import { isMemberOn, isWhollyKnown, recordsOf, seen, unknownDays, withinMembership } from './known.ts';
import type { Gap } from './measured.ts';
import { FAMILY, lookDay, type Run, type View } from './run.ts';
import { birthday, fits, readAges, type AgeLimit, type Selection } from './selection.ts';

/** Narrows the days needed of a member to those on which their age can meet a limit. */
type Narrow = (run: Run, view: View, at: { readonly member: Member; readonly span: Span }) => Span;

const none: Gap[] = [];
const nothing: Span = { from: 0 as Day, to: 0 as Day };

function compileNarrow(compiler: Selecting, recordType: string, limit: AgeLimit | undefined): Narrow {
  if (limit === undefined) return (_run, _view, { span }) => span;
  const ages = readAges(compiler, limit);
  const on = compiler.parameters.choice(limit.on);
  const events = compiler.vocabulary.recordTypes[recordType]?.shape === 'event';
  return (run, view, { member, span }) => {
    const range = ages(run, view);
    const choice = on(run, view);
    const born = member.dateOfBirth;
    if (range === undefined || choice === undefined || born === undefined) return span;
    if (choice !== 'event')
      return fits(ageOn(born, lookDay(run, view), compiler.leapBirthday), range) ? span : nothing;
    if (!events) return span;
    const from = range.from === -Infinity ? span.from : birthday(born, range.from, compiler);
    const to = range.below > 1000 ? span.to : birthday(born, range.below, compiler);
    return overlap(span, { from, to });
  };
}

/** The days of a span that a fact needs and that are not known, member by member and for the family as a whole. */
export type FindGaps = (run: Run, view: View, span: Span) => Gap[];

export function compileGaps(compiler: Selecting, recordType: string, selection: Selection): FindGaps {
  const narrow = compileNarrow(compiler, recordType, selection.aged);
  const roles = selection.by === undefined ? undefined : [selection.by.role].flat();
  const alsoFamily = compiler.vocabulary.recordTypes[recordType]?.member !== 'required';
  return (run, view, span) => {
    if (isWhollyKnown(run, recordType)) return none;
    const ofMember = (member: Member): Gap[] => {
      const needed = narrow(run, view, { member, span: withinMembership(run, member, span) });
      return unknownDays(run, recordType, { member: member.index, span: needed }).map((days) => ({
        recordType,
        member: member.index,
        span: days,
      }));
    };
    const { members } = run.family;
    if (view.member !== FAMILY) return members.filter(({ index }) => index === view.member).flatMap(ofMember);
    const whole = unknownDays(run, recordType, { member: FAMILY, span: overlap(span, seen(run)) });
    if (whole.length === 0) return [];
    const own = members.filter(({ role }) => roles?.includes(role) ?? true).flatMap(ofMember);
    return alsoFamily
      ? [...whole.map((days): Gap => ({ recordType, member: FAMILY, span: days })), ...own]
      : own;
  };
}

/** A row of a term type that a member of compulsory school age needs and does not have. */
export interface MissingRow {
  readonly member: number;
  readonly term: string;
}

function needsRow(
  compiler: Selecting,
  run: Run,
  at: { readonly member: Member; readonly term: string },
): boolean {
  const first = run.calendar.terms.get(at.term)?.from;
  if (first === undefined || first > run.asOf || !isMemberOn(at.member, first)) return false;
  const { dateOfBirth } = at.member;
  return dateOfBirth === undefined || compiler.ofSchoolAge(dateOfBirth, at.term);
}

/** The rows of these terms that are needed and missing, for one member or for all those a fact takes. */
export function missingRows(
  compiler: Selecting,
  run: Run,
  need: {
    readonly recordType: string;
    readonly terms: readonly string[];
    readonly members: readonly Member[];
  },
): MissingRow[] {
  const rows = recordsOf(run, need.recordType);
  const missing: MissingRow[] = [];
  for (const member of need.members) {
    for (const term of need.terms) {
      const there = rows.some((row) => row.member === member.index && row.term === term);
      if (!there && needsRow(compiler, run, { member, term })) missing.push({ member: member.index, term });
    }
  }
  return missing;
}
