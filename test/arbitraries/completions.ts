import * as fc from 'fast-check';
import type { RecordType } from '../../engine/document/vocabulary.ts';
import { fallbackCalendar } from '../builders/reference-calendars.ts';
import { referenceVocabulary } from '../builders/reference-vocabulary.ts';
import { dayOf, FIRST_DAY, isoOf, within, type Day } from '../reference/days.ts';
import { membership } from '../reference/question.ts';
import type { RawMember, RawRecord } from '../reference/raw-family.ts';
import { ofSchoolAge, termOf } from '../reference/terms.ts';
import type { FamilyDocument } from './family.ts';

/** Answers, one after the other, to every choice that filling in a family asks for. */
export type Choices = readonly number[];

export const choices: fc.Arbitrary<Choices> = fc.array(fc.nat({ max: 5039 }), {
  minLength: 60,
  maxLength: 60,
});

/** Deals out the choices; a family that asks for more is dealt them again. */
class Dealer {
  #at = 0;
  readonly #choices: Choices;

  constructor(given: Choices) {
    this.#choices = given;
  }

  below(count: number): number {
    const choice = this.#choices[this.#at % this.#choices.length] ?? 0;
    this.#at += 1;
    return choice % count;
  }

  among<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** One time in three a datum stays missing. */
  supplies(): boolean {
    return this.below(3) > 0;
  }
}

const born = [
  '1975-06-01',
  '1995-02-28',
  '1996-02-29',
  '1997-08-31',
  '2002-10-01',
  '2007-03-31',
  '2008-08-31',
] as const;

function suppliedMember(dealer: Dealer, member: RawMember): RawMember {
  const dateOfBirth = dealer.supplies() ? { dateOfBirth: dealer.among(born) } : {};
  const resident = dealer.supplies() ? { resident: dealer.below(2) === 0 } : {};
  return { ...dateOfBirth, ...resident, ...member };
}

/** What may still be put in a count field of a row without breaking a limit. */
function roomFor(type: RecordType, row: RawRecord, field: string): number {
  const own = type.fields[field];
  const most = own?.type === 'count' && own.max !== undefined ? own.max : 30;
  const rooms = (type.limits ?? []).flatMap(({ sum, atMost }) => {
    const total = row[atMost];
    if (!sum.includes(field) || typeof total !== 'number') return [];
    const others = sum.filter((other) => other !== field).map((other) => Number(row[other] ?? 0));
    return [total - others.reduce((a, b) => a + b, 0)];
  });
  return Math.min(most, ...rooms);
}

/** A total comes to at least the parts there are. */
function leastOf(type: RecordType, row: RawRecord, field: string): number {
  const sums = (type.limits ?? [])
    .filter(({ atMost }) => atMost === field)
    .map(({ sum }) => sum.reduce((total, part) => total + Number(row[part] ?? 0), 0));
  return Math.max(0, ...sums);
}

function suppliedField(dealer: Dealer, type: RecordType, asked: { row: RawRecord; name: string }): unknown {
  const { row, name } = asked;
  const field = type.fields[name];
  if (field?.nullable && dealer.below(3) === 0) return null;
  if (field?.type === 'yes-no') return dealer.below(2) === 0;
  if (field?.type === 'kind') return field.values[dealer.below(field.values.length)]?.id;
  const least = leastOf(type, row, name);
  return least + dealer.below(roomFor(type, row, name) - least + 1);
}

function suppliedRecord(dealer: Dealer, type: RecordType, record: RawRecord): RawRecord {
  return Object.keys(type.fields).reduce<RawRecord>((row, name) => {
    const needed = type.fields[name]?.required === true;
    if (name in row || (!needed && !dealer.supplies())) return row;
    return { ...row, [name]: suppliedField(dealer, type, { row, name }) };
  }, record);
}

/** The rows that a term type lacks: for a member who belongs on the term's first day and is, or may be, of school age. */
function missingRowsOf(family: FamilyDocument, type: string): RawRecord[] {
  const rows = family.records[type] ?? [];
  return family.members.flatMap((member) =>
    fallbackCalendar.terms
      .filter(({ id }) => {
        const belongs = within(termOf(fallbackCalendar, id)?.opens ?? 0, membership(member));
        const present = rows.some((row) => row['member'] === member.id && row['term'] === id);
        const ofAge = ofSchoolAge({ vocabulary: referenceVocabulary, ruleset: {} }, member, id);
        return belongs && !present && ofAge !== false;
      })
      .map(({ id }) => ({ member: member.id, term: id })),
  );
}

/** Days of a type that nobody told us of, for a member or at undefined for the family. */
function unknownDaysOf(family: FamilyDocument, type: string, member: string | undefined): Day[] {
  const spans = family.coverage[type];
  const listed = family.records[type] !== undefined;
  const covers = (day: Day) =>
    (spans ?? []).some(
      ({ from, to, member: of }) =>
        (of === undefined || of === member) &&
        within(day, {
          opens: dayOf(String(from)),
          closes: typeof to === 'string' ? dayOf(to) : Infinity,
        }),
    );
  const days = Array.from({ length: 1_500 }, (_, at) => FIRST_DAY + at);
  return days.filter((day) => (spans === undefined ? !listed : !covers(day)));
}

interface Found {
  readonly records: readonly RawRecord[];
  readonly coverage: readonly RawRecord[];
}

/** Something that happened on days that were not known, and those days known from now on. */
function foundOn(dealer: Dealer, family: FamilyDocument, typeName: string): Found {
  const type = referenceVocabulary.recordTypes[typeName];
  const names: (string | undefined)[] = type?.member === 'none' ? [] : family.members.map(({ id }) => id);
  if (type?.member !== 'required') names.push(undefined);
  const member = names[dealer.below(names.length)];
  const days = unknownDaysOf(family, typeName, member);
  const first = days[dealer.below(Math.max(1, days.length))];
  if (type === undefined || first === undefined) return { records: [], coverage: [] };
  const run = days.filter((day) => day >= first && day - first === days.indexOf(day) - days.indexOf(first));
  const last = run[dealer.below(run.length)] ?? first;
  const named = member === undefined ? {} : { member };
  const when = type.shape === 'event' ? { on: isoOf(first) } : { from: isoOf(first), to: isoOf(last + 1) };
  const closes = type.shape === 'event' ? first + 1 : last + 1;
  return {
    records: dealer.supplies() ? [suppliedRecord(dealer, type, { ...named, ...when })] : [],
    coverage: [{ ...named, from: isoOf(first), to: isoOf(closes) }],
  };
}

function suppliedType(dealer: Dealer, family: FamilyDocument, name: string): Found | undefined {
  const type = referenceVocabulary.recordTypes[name];
  const given = family.records[name];
  const spans = family.coverage[name];
  if (type === undefined) return undefined;
  const records = (given ?? []).map((record) => suppliedRecord(dealer, type, record));
  if (type.shape === 'term') {
    const rows = missingRowsOf(family, name)
      .filter(() => dealer.supplies())
      .map((row) => suppliedRecord(dealer, type, row));
    return given === undefined && rows.length === 0
      ? undefined
      : { records: [...records, ...rows], coverage: [] };
  }
  if (given !== undefined && spans === undefined) return { records, coverage: [] };
  const found = [foundOn(dealer, family, name), foundOn(dealer, family, name)].slice(dealer.below(3));
  if (found.length === 0 && given === undefined && !dealer.supplies()) return undefined;
  return {
    records: [...records, ...found.flatMap((one) => one.records)],
    coverage: [...(spans ?? []), ...found.flatMap((one) => one.coverage)],
  };
}

/** The same family with some of what was missing supplied; nothing that was known is contradicted. */
export function completed(family: FamilyDocument, given: Choices): FamilyDocument {
  const dealer = new Dealer(given);
  const types = Object.keys(referenceVocabulary.recordTypes);
  const supplied = types.map((name) => [name, suppliedType(dealer, family, name)] as const);
  const records = supplied.flatMap(([name, found]) =>
    found === undefined ? [] : [[name, found.records] as const],
  );
  const coverage = supplied.flatMap(([name, found]) => {
    const spans = found?.coverage ?? family.coverage[name] ?? [];
    return family.coverage[name] === undefined ? [] : [[name, spans] as const];
  });
  return {
    ...family,
    members: family.members.map((member) => suppliedMember(dealer, member)),
    records: Object.fromEntries(records),
    coverage: Object.fromEntries(coverage),
  };
}
