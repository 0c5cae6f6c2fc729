import { compileCount } from '../decide/count.ts';
import { inside, recordsOf, withinMembership } from '../decide/known.ts';
import type { Selecting } from '../decide/compiler.ts';
import type { Evidence, Gap } from '../decide/measured.ts';
import { FAMILY, type Run, type View } from '../decide/run.ts';
import type { FamilyRecord } from '../family/family.ts';
import { addDays, type Day } from '../time/civil-date.ts';
import { isEmpty, overlap, totalDays, union, without, type Span } from '../time/span.ts';
import { termsBegun, type TermsBegun } from './terms-begun.ts';
import type { CountedRecords } from './unit-costs.ts';

/** A record that was counted, and what it is worth by itself: 1, its days, or its number. */
export interface Witness {
  readonly record: FamilyRecord;
  readonly worth: number;
  /** Its days that count; of a spell counted whole or a school term, none. */
  readonly span: Span | undefined;
}

/** What of a span's records surely counts. Where anything is missing there may be more, and never less. */
export interface FoundRecords {
  /** Records, days, or what a field comes to; a day counts once for each member, however many spells it lies in. */
  readonly number: number;
  readonly witnesses: readonly Witness[];
  readonly missing: readonly Gap[];
}

export type CountSpan = (run: Run, span: Span) => FoundRecords;

const view: View = { looksFrom: 'asOf', member: FAMILY };

/** The first day of a record, where it lies in a span, is seen and lies within membership. */
function begins(run: Run, record: FamilyRecord, span: Span): boolean {
  const first = overlap(span, { from: record.from, to: addDays(record.from, 1) });
  return !isEmpty(inside(run, record, first));
}

/** Days of a span after the day the run sees as today: nothing is known of them yet. */
function daysToCome(run: Run, recordType: string, at: { span: Span; ofMembers: boolean }): Gap[] {
  const from = Math.max(at.span.from, run.asOf + 1) as Day;
  const span = { from, to: at.span.to };
  const somebody = run.family.members.some(
    ({ joinedOn, leftOn }) => !isEmpty(overlap(span, { from: joinedOn, to: leftOn })),
  );
  return isEmpty(span) || (at.ofMembers && !somebody) ? [] : [{ recordType, member: FAMILY, span }];
}

/** Terms that the calendar lacks and of which somebody has a row or should have one. */
function termsLacking(selecting: Selecting, run: Run, at: { recordType: string } & TermsBegun): Gap[] {
  const { recordType, lacking } = at;
  const rows = new Set(recordsOf(run, recordType).map(({ term }) => term));
  const needed = (term: string, days: Span) =>
    rows.has(term) ||
    run.family.members.some(
      (member) =>
        !isEmpty(withinMembership(run, member, days)) &&
        (member.dateOfBirth === undefined || selecting.ofSchoolAge(member.dateOfBirth, term)),
    );
  const terms = [...lacking].filter(([term, days]) => needed(term, days)).map(([term]) => term);
  return terms.length === 0 ? [] : [{ recordType, member: FAMILY, field: 'calendar', terms }];
}

interface Seen {
  readonly counted: readonly FamilyRecord[];
  readonly possible: readonly FamilyRecord[];
  readonly missing: readonly Gap[];
}

/** The same, of those records only that pass. */
function narrowed({ counted, possible, missing }: Seen, passes: (record: FamilyRecord) => boolean): Seen {
  return {
    counted: counted.filter(passes),
    possible: possible.filter(passes),
    missing: missing.filter(({ record }) => record === undefined || passes(record)),
  };
}

function wholeRecords({ counted, missing }: Seen): FoundRecords {
  const witnesses = counted.map((record) => ({ record, worth: 1, span: undefined }));
  return { number: counted.length, witnesses, missing };
}

/** A record that lacks the field may have any number; one that may not count adds nothing where its number is 0. */
function summed(recordType: string, field: string, seen: Seen): FoundRecords {
  const { counted, missing } = narrowed(seen, ({ fields }) => fields[field] !== 0);
  const known = counted.flatMap((record) => {
    const worth = record.fields[field];
    return typeof worth === 'number' ? [{ record, worth, span: undefined }] : [];
  });
  const valueless = counted
    .filter((record) => typeof record.fields[field] !== 'number')
    .map((record): Gap => ({ recordType, member: record.member, field, record }));
  const number = known.reduce((total, { worth }) => total + worth, 0);
  return { number, witnesses: known, missing: [...missing, ...valueless] };
}

function byMember(witnesses: readonly { record: FamilyRecord; span: Span }[]): Map<number, Span[]> {
  const spans = new Map<number, Span[]>();
  for (const { record, span } of witnesses) {
    const own = spans.get(record.member);
    if (own === undefined) spans.set(record.member, [span]);
    else own.push(span);
  }
  return new Map([...spans].map(([member, own]) => [member, union(own)]));
}

/** Whether a span lies in one of a union's, found by halving: a family may have thousands. */
function liesIn(spans: readonly Span[], { from, to }: Span): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? from) <= from) low = middle + 1;
    else high = middle;
  }
  return to <= (spans[low - 1]?.to ?? from);
}

/** A gap is none where a spell that surely counts has all its days. */
function days(run: Run, span: Span, { counted, missing }: Seen): FoundRecords {
  const witnesses = counted.map((record) => {
    const part = inside(run, record, span);
    return { record, worth: totalDays([part]), span: part };
  });
  const sureOf = byMember(witnesses);
  const open = missing.flatMap((gap): Gap[] => {
    const sure = sureOf.get(gap.member) ?? [];
    if (gap.record !== undefined) return liesIn(sure, inside(run, gap.record, span)) ? [] : [gap];
    return gap.span === undefined ? [gap] : without(gap.span, sure).map((rest) => ({ ...gap, span: rest }));
  });
  const number = [...sureOf.values()].reduce((total, spans) => total + totalDays(spans), 0);
  return { number, witnesses, missing: open };
}

/** What of the records of a span a unit cost counts, by the engine's own selection, membership and coverage. */
export function compileCounted(selecting: Selecting, counted: CountedRecords): CountSpan {
  const { records: recordType, where } = counted;
  const count = compileCount(selecting, recordType, { where });
  const type = selecting.vocabulary.recordTypes[recordType];
  const ofMembers = type?.member === 'required';
  return (run, span) => {
    const terms = type?.shape === 'term' ? termsBegun(run, span) : undefined;
    const { evidence } = count(run, view, { span, terms: terms?.listed });
    const { counted: sure, possible, gaps } = evidence ?? nothing;
    const lacking = terms === undefined ? [] : termsLacking(selecting, run, { recordType, ...terms });
    const missing = [...gaps, ...lacking, ...daysToCome(run, recordType, { span, ofMembers })];
    const seen = { counted: sure, possible, missing };
    if ('sum' in counted) return summed(recordType, counted.sum, seen);
    if (counted.per !== 'record') return days(run, span, seen);
    return wholeRecords(
      type?.shape === 'spell' ? narrowed(seen, (record) => begins(run, record, span)) : seen,
    );
  };
}

const nothing: Evidence = { recordType: undefined, counted: [], possible: [], gaps: [] };
