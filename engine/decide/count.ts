import type { FamilyRecord, Member } from '../family/family.ts';
import type { Fact } from '../document/fact.ts';
import { MET, NOT_MET } from '../verdict.ts';
import type { Compiler, Selecting } from './compiler.ts';
import { isMemberOn, recordsOf } from './known.ts';
import {
  UNBOUNDED,
  type CountRange,
  type Evidence,
  type Gap,
  type Measured,
  type MeasuredWindow,
} from './measured.ts';
import { compileGaps, missingRows, type MissingRow } from './needs.ts';
import { FAMILY, type Run, type View } from './run.ts';
import { compileSelection, dayOfRecord, lackingOf, type Selection } from './selection.ts';
import type { Opened } from './opened.ts';
import { compileWindow } from './windows.ts';

/** What a fact says when its window did not open: settled, or open whatever it is compared with. */
export function unopened(opened: Exclude<Opened, { kind: 'open' }>): Measured {
  if (opened.kind === 'settled') {
    const { code, earliest, span } = opened;
    return { settled: NOT_MET, code, earliest, window: span === undefined ? undefined : { span } };
  }
  const { code, lacking } = opened;
  return { settled: 0, code, ...(lacking === undefined ? {} : { lacking }) };
}

/** Records in a window: those that surely count and those that may, with what is not known. */
export interface Counted {
  readonly range: CountRange;
  readonly evidence: Evidence | undefined;
}

export type CountRecords = (run: Run, view: View, window: MeasuredWindow) => Counted;

const none: readonly MissingRow[] = [];

function inWindow(run: Run, record: FamilyRecord, window: MeasuredWindow): boolean {
  const member = run.family.members[record.member];
  if (record.term === '') {
    const { from, to } = window.span;
    const opens = Math.max(from, record.from, member?.joinedOn ?? from);
    return opens < Math.min(to, record.to, run.asOf + 1, member?.leftOn ?? to);
  }
  const day = dayOfRecord(run, record);
  const belongs = day !== undefined && day <= run.asOf && (member === undefined || isMemberOn(member, day));
  return belongs && (window.terms?.includes(record.term) ?? false);
}

/** What each record that may count lacks to be sure of it. */
export function compileLacking(compiler: Selecting, recordType: string, selection: Selection) {
  const lacking = lackingOf(compiler, recordType, selection);
  return (run: Run, records: readonly FamilyRecord[]): Gap[] =>
    records.flatMap((record): Gap[] => {
      const { fields, dateOfBirth, member } = lacking(run, record);
      return [
        ...fields.map((field) => ({ recordType, member: record.member, field, record })),
        ...(dateOfBirth ? [{ member: record.member, field: 'dateOfBirth' }] : []),
        ...(member ? [{ recordType, member: FAMILY, field: 'member', record }] : []),
      ];
    });
}

/** Counts the records of a type that pass a selection. */
export function compileCount(compiler: Selecting, recordType: string, selection: Selection): CountRecords {
  const passes = compileSelection(compiler, recordType, selection);
  const gapsOf = compileGaps(compiler, recordType, selection);
  const lackingFields = compileLacking(compiler, recordType, selection);
  const roles = selection.by === undefined ? undefined : [selection.by.role].flat();
  const terms = compiler.vocabulary.recordTypes[recordType]?.shape === 'term';
  const takes = (view: View, { index, role }: Member) =>
    view.member === FAMILY ? (roles?.includes(role) ?? true) : index === view.member;
  const rowsMissing = (run: Run, view: View, wanted: readonly string[] = []) => {
    const members = run.family.members.filter((member) => takes(view, member));
    return missingRows(compiler, run, { recordType, terms: wanted, members });
  };
  return (run, view, window) => {
    const counted: FamilyRecord[] = [];
    const possible: FamilyRecord[] = [];
    for (const record of recordsOf(run, recordType)) {
      if (view.member !== FAMILY && record.member !== view.member) continue;
      if (!inWindow(run, record, window)) continue;
      const bit = passes(run, view, record);
      if (bit === MET) counted.push(record);
      else if (bit !== NOT_MET) possible.push(record);
    }
    const rows = terms ? rowsMissing(run, view, window.terms) : none;
    const gaps = terms
      ? rows.map(({ member, term }): Gap => ({ recordType, member, terms: [term] }))
      : gapsOf(run, view, window.span);
    const least = counted.length;
    const most = !terms && gaps.length > 0 ? UNBOUNDED : least + possible.length + rows.length;
    const evidence = run.recorder && {
      recordType,
      counted,
      possible,
      gaps: [...gaps, ...lackingFields(run, possible)],
    };
    return { range: { least, most }, evidence };
  };
}

/** A count or an existence, as the range of what it may be. An existence is 0 or 1. */
export function compileCountFact(
  compiler: Compiler,
  fact: Extract<Fact, { count: string } | { exists: string }>,
) {
  const exists = 'exists' in fact;
  const recordType = exists ? fact.exists : fact.count;
  const top = exists ? 1 : UNBOUNDED;
  const count = compileCount(compiler, recordType, fact);
  const open = compileWindow(compiler, fact.window);
  return (run: Run, view: View): Measured => {
    const opened = open(run, view);
    if (opened.kind !== 'open') return unopened(opened);
    const { range, evidence } = count(run, view, opened);
    return {
      settled: 0,
      least: { part: Math.min(range.least, top), of: 1 },
      most: { part: Math.min(range.most, top), of: 1 },
      window: { span: opened.span, terms: opened.terms },
      evidence,
    };
  };
}
