import type { Where, FieldTest } from '../document/where.ts';
import type { FamilyRecord } from '../family/family.ts';
import { ageOn, type Day } from '../time/civil-date.ts';
import { allOf, MET, NOT_MET, UNKNOWN, type Bit, type VerdictSet } from '../verdict.ts';
import type { Selecting } from './compiler.ts';
import type { Read } from './parameters.ts';
import { lookDay, type Run, type View } from './run.ts';

/** Whether a record passes: surely (`met`), surely not, or perhaps, where something about it is not known. */
export type RecordTest = (run: Run, view: View, record: FamilyRecord) => Bit;

/** Which records of a type a fact or an anchor is about. */
export interface Selection {
  readonly where?: Where | undefined;
  readonly aged?: AgeLimit | undefined;
  readonly by?: { readonly role: string | readonly string[] } | undefined;
}

export interface AgeLimit {
  readonly from?: number | { readonly parameter: string } | undefined;
  readonly below?: number | { readonly parameter: string } | undefined;
  readonly on: string | { readonly parameter: string };
}

function yes(holds: boolean): Bit {
  return holds ? MET : NOT_MET;
}

/** The field as known: undefined where absent, and where `null` is said of a field that must have a value. */
function known(record: FamilyRecord, field: string, nullable: boolean): unknown {
  const value = record.fields[field];
  return value === null && !nullable ? undefined : value;
}

function testKinds(
  compiler: Selecting,
  test: Exclude<FieldTest, boolean | null>,
): (run: Run, view: View, value: unknown) => Bit {
  const negated = typeof test === 'object' && 'not' in test;
  const kinds = compiler.parameters.kinds(negated ? test.not : test);
  return (run, view, value) => {
    const wanted = kinds(run, view);
    if (wanted === undefined) return UNKNOWN;
    return yes((typeof value === 'string' && wanted.includes(value)) !== negated);
  };
}

function compileField(
  compiler: Selecting,
  recordType: string,
  [field, test]: [string, FieldTest],
): RecordTest {
  const nullable = compiler.vocabulary.recordTypes[recordType]?.fields[field]?.nullable ?? false;
  const judge =
    typeof test === 'boolean' || test === null
      ? (_run: Run, _view: View, value: unknown) => yes(value === test)
      : testKinds(compiler, test);
  return (run, view, record) => {
    const value = known(record, field, nullable);
    return value === undefined ? UNKNOWN : judge(run, view, value);
  };
}

/** A member's age limits, read on a run; undefined where a parameter has no value. */
export interface AgeRange {
  readonly from: number;
  readonly below: number;
}

export function readAges(compiler: Selecting, limit: Pick<AgeLimit, 'from' | 'below'>): Read<AgeRange> {
  const from = compiler.parameters.number(limit.from ?? 0);
  const below = compiler.parameters.number(limit.below ?? Number.MAX_SAFE_INTEGER);
  const unborn = limit.from === undefined;
  return (run, view) => {
    const youngest = from(run, view);
    const tooOld = below(run, view);
    if (youngest === undefined || tooOld === undefined) return undefined;
    return { from: unborn ? -Infinity : youngest, below: tooOld };
  };
}

export function fits(age: number, range: AgeRange): boolean {
  return range.from <= age && age < range.below;
}

/** A record's own day: an event's, a spell's first, the first of a row's term where the calendar lists it. */
export function dayOfRecord(run: Run, record: FamilyRecord): Day | undefined {
  return record.term === '' ? record.from : run.calendar.terms.get(record.term)?.from;
}

function compileAged(compiler: Selecting, limit: AgeLimit): RecordTest {
  const ages = readAges(compiler, limit);
  const on = compiler.parameters.choice(limit.on);
  return (run, view, record) => {
    const range = ages(run, view);
    const choice = on(run, view);
    const born = run.family.members[record.member]?.dateOfBirth;
    if (range === undefined || choice === undefined || born === undefined) return UNKNOWN;
    const day = choice === 'event' ? dayOfRecord(run, record) : lookDay(run, view);
    if (day === undefined) return UNKNOWN;
    return yes(fits(ageOn(born, day, compiler.leapBirthday), range));
  };
}

function compileBy(role: string | readonly string[]): RecordTest {
  const roles = typeof role === 'string' ? [role] : role;
  return (run, _view, record) => {
    const member = run.family.members[record.member];
    return member === undefined ? UNKNOWN : yes(roles.includes(member.role));
  };
}

/** Every test of a selection on one record: `where`, the age limit, whose record it is. */
export function compileSelection(compiler: Selecting, recordType: string, selection: Selection): RecordTest {
  const tests = Object.entries(selection.where ?? {}).map((entry) =>
    compileField(compiler, recordType, entry),
  );
  if (selection.aged !== undefined) tests.push(compileAged(compiler, selection.aged));
  if (selection.by !== undefined) tests.push(compileBy(selection.by.role));
  if (tests.length === 0) return () => MET;
  return (run, view, record) => {
    let present: VerdictSet = 0;
    for (const test of tests) present |= test(run, view, record);
    return allOf(present);
  };
}

/** The optional fields that a selection asks of a record and the record lacks, and whether a date of birth is wanting. */
export function lackingOf(compiler: Selecting, recordType: string, selection: Selection) {
  const fields = Object.keys(selection.where ?? {}).map((field) => ({
    field,
    nullable: compiler.vocabulary.recordTypes[recordType]?.fields[field]?.nullable ?? false,
  }));
  return (
    run: Run,
    record: FamilyRecord,
  ): { readonly fields: string[]; readonly dateOfBirth: boolean; readonly member: boolean } => ({
    fields: fields
      .filter(({ field, nullable }) => known(record, field, nullable) === undefined)
      .map(({ field }) => field),
    dateOfBirth:
      selection.aged !== undefined &&
      record.member >= 0 &&
      run.family.members[record.member]?.dateOfBirth === undefined,
    member: record.member < 0 && (selection.by !== undefined || selection.aged !== undefined),
  });
}

/** The first day on which someone born on `born` has lived `years` whole years. */
export function birthday(born: Day, years: number, compiler: Selecting): Day {
  let day = (born + Math.floor(years * 365.2425) - 2) as Day;
  while (ageOn(born, day, compiler.leapBirthday) < years) day = (day + 1) as Day;
  return day;
}
