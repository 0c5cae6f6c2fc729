import * as z from 'zod';
import type { Column, Tables } from './reading/tables.ts';

const counted = z.record(z.string(), z.int());

/** How much is known of what in a cohort. */
export const completeness = z
  .strictObject({
    families: z.int(),
    attached: z.int().meta({ description: 'Families that have the day they were attached on.' }),
    members: z.int(),
    memberFields: counted.meta({ description: 'How many members have a field that may be left out.' }),
    recordTypes: z.array(
      z.strictObject({
        type: z.string(),
        families: z.int().meta({ description: 'Families of which anything is said of this type.' }),
        none: z.int().meta({ description: 'Of these, families that are known to have no records.' }),
        covered: z.int().meta({ description: 'Families that say for which days the records are complete.' }),
        records: z.int(),
        fields: counted.meta({ description: 'How many records have each field.' }),
      }),
    ),
    terms: z.array(
      z.strictObject({
        type: z.string(),
        term: z.string(),
        families: z.int(),
        members: z.int().meta({ description: 'Members who have a row for this term.' }),
      }),
    ),
  })
  .meta({ id: 'CohortCompleteness' });
export type Completeness = z.infer<typeof completeness>;

type Document = Readonly<Record<string, unknown>>;
type Counts = Map<string, number>;

interface OfType {
  families: number;
  none: number;
  covered: number;
  records: number;
  readonly fields: Counts;
}

interface OfTerm {
  readonly type: string;
  readonly term: string;
  families: number;
  members: number;
}

// because what is counted has been read as a family before
const documentsAt = (document: Document, key: string) => (document[key] ?? []) as readonly Document[];

/** The lists by record type; one that is null was not supplied. */
function listsAt(document: Document, key: string): (readonly [string, readonly Document[]])[] {
  const lists = (document[key] ?? {}) as Readonly<Record<string, readonly Document[] | null>>;
  return Object.entries(lists).flatMap(([type, list]) => (list === null ? [] : [[type, list] as const]));
}

/** Keys of the rows of each table whose null says something: that it lasts, or that it has no value. */
function toldByNull(tables: Tables): ReadonlyMap<string, ReadonlySet<string>> {
  const told = ({ columns }: { readonly columns: readonly Column[] }) =>
    columns.flatMap(({ name, key, none }) => (none === undefined ? [] : [key ?? name]));
  return new Map([...tables].map(([name, table]) => [name, new Set(told(table))]));
}

const sorted = (counts: Counts) => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
const byName = (left: string, right: string) => (left < right ? -1 : Number(left > right));

/** Counts, over families, how much is known of what. */
export class Known {
  private families = 0;
  private attached = 0;
  private members = 0;
  private readonly memberFields: Counts = new Map();
  private readonly types = new Map<string, OfType>();
  private readonly terms = new Map<string, OfTerm>();
  private readonly toldByNull: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(tables: Tables) {
    this.toldByNull = toldByNull(tables);
  }

  add(family: Document): void {
    this.families += 1;
    if (typeof family['attachedOn'] === 'string') this.attached += 1;
    for (const member of documentsAt(family, 'members')) {
      this.members += 1;
      this.count(this.memberFields, member, 'members');
    }
    for (const [type, records] of listsAt(family, 'records')) this.addRecords(type, records);
    for (const [type] of listsAt(family, 'coverage')) this.typeOf(type).covered += 1;
  }

  sum(): Completeness {
    const types = [...this.types].sort(([left], [right]) => byName(left, right));
    const terms = [...this.terms].sort(([left], [right]) => byName(left, right));
    const { families, attached, members } = this;
    return {
      ...{ families, attached, members, memberFields: sorted(this.memberFields) },
      recordTypes: types.map(([type, { fields, ...one }]) => ({ type, ...one, fields: sorted(fields) })),
      terms: terms.map(([, one]) => one),
    };
  }

  /** Counts the keys of a row of a table that say something. */
  private count(counts: Counts, row: Document, table: string): void {
    for (const [key, value] of Object.entries(row)) {
      const isSaid = value !== null || this.toldByNull.get(table)?.has(key) === true;
      if (isSaid && key !== 'id') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }

  private typeOf(type: string): OfType {
    const before = this.types.get(type);
    if (before !== undefined) return before;
    const fresh = { families: 0, none: 0, covered: 0, records: 0, fields: new Map() };
    this.types.set(type, fresh);
    return fresh;
  }

  private addRecords(type: string, records: readonly Document[]): void {
    const of = this.typeOf(type);
    of.families += 1;
    if (records.length === 0) of.none += 1;
    of.records += records.length;
    const terms = new Map<string, Set<unknown>>();
    for (const record of records) {
      this.count(of.fields, record, type);
      const { term } = record;
      if (typeof term !== 'string') continue;
      const members = terms.get(term) ?? new Set();
      terms.set(term, members.add(record['member']));
    }
    for (const [term, members] of terms) {
      const key = `${type}\n${term}`;
      const before = this.terms.get(key) ?? { type, term, families: 0, members: 0 };
      before.families += 1;
      before.members += members.size;
      this.terms.set(key, before);
    }
  }
}
