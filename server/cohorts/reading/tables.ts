import type { Vocabulary } from '../../../engine/index.ts';

type RecordType = Vocabulary['recordTypes'][string];
type Field = RecordType['fields'][string];

/** What a cell holds: text as it is, a day, yes or no, a whole number, or names with `|` between them. */
export type Form = 'text' | 'day' | 'yes-no' | 'whole' | 'list';

export interface Column {
  readonly name: string;
  /** The key of the family's document, where it is not the column's name. */
  readonly key?: string;
  readonly form: Form;
  readonly required: boolean;
  readonly about: string;
  /** The words it takes, where they are a closed list. */
  readonly values?: readonly string[];
  /** The word that says that there is known to be none: null in the document. */
  readonly none?: string;
  readonly example: string;
}

/** Where in a family's document the rows of a table go. */
export type Place = 'family' | 'members' | 'records' | 'coverage' | 'claims' | 'overrides';

export interface Table {
  readonly name: string;
  readonly place: Place;
  readonly about: string;
  readonly columns: readonly Column[];
}

/** The tables that a family can be sent in, by name. */
export type Tables = ReadonlyMap<string, Table>;

/** The name of the one file that holds all tables, and of its column that says which. */
export const WIDE = 'wide';
export const TABLE = 'table';
/** The column of every table that says whose row it is. */
export const FAMILY = 'family';
/** The columns of `families` that list record types: no records, or no day that is known. */
export const KNOWN_NONE = 'knownNone';
export const NOTHING_KNOWN = 'nothingKnown';
/** The word for the `to` of what lasts, and for a field that has no value. */
export const ONGOING = 'ongoing';
export const NONE = 'none';

type Given = Pick<Column, 'name' | 'about' | 'example'> & Partial<Column>;

const column = (given: Given): Column => ({ form: 'text', required: false, ...given });
const required = (given: Given): Column => column({ ...given, required: true });
const day = (given: Given): Column => column({ ...given, form: 'day' });

const family = required({ name: FAMILY, about: 'id of the family', example: 'F-001' });
const from = day({ name: 'from', required: true, about: 'first day', example: '2012-06-07' });
const to = day({
  name: 'to',
  required: true,
  none: ONGOING,
  about: `first day outside, or \`${ONGOING}\``,
  example: ONGOING,
});
const member = (isRequired: boolean): Column =>
  column({ name: 'member', required: isRequired, about: 'id of the member', example: 'm2' });

const families: Table = {
  name: 'families',
  place: 'family',
  about: 'One row a family',
  columns: [
    { ...family, key: 'id' },
    required({ name: 'localAuthority', about: 'local authority', example: 'Hertfordshire' }),
    column({ name: 'vocabulary', about: 'vocabulary the family is written in', example: '' }),
    day({ name: 'attachedOn', about: 'day it joined the programme', example: '2012-10-01' }),
    day({ name: 'closedOn', about: 'day it left the programme', example: '' }),
    column({ name: 'formerIds', form: 'list', about: 'ids it had before, `|` between them', example: '' }),
    column({
      name: KNOWN_NONE,
      form: 'list',
      about: 'record types of which it is known to have no records, `|` between them',
      example: '',
    }),
    column({
      name: NOTHING_KNOWN,
      form: 'list',
      about: 'record types whose coverage is known to be no day at all, `|` between them',
      example: '',
    }),
  ],
};

function membersOf({ roles }: Vocabulary): Table {
  const values = roles.map(({ id }) => id);
  const role = values.includes('child') ? 'child' : (values[0] ?? '');
  return {
    name: 'members',
    place: 'members',
    about: 'One row a member of a family',
    columns: [
      family,
      required({ name: 'id', about: 'id of the member within the family', example: 'm2' }),
      required({ name: 'role', values, about: 'role in the family', example: role }),
      day({ name: 'dateOfBirth', about: 'date of birth', example: '2000-05-11' }),
      column({ name: 'resident', form: 'yes-no', about: 'lives with the family', example: 'yes' }),
      day({ name: 'joinedOn', about: 'first day as a member', example: '' }),
      day({ name: 'leftOn', about: 'first day no longer a member', example: '' }),
      column({ name: 'personRef', about: 'keyed reference to the person', example: '' }),
    ],
  };
}

const whens: Readonly<Record<RecordType['shape'], readonly Column[]>> = {
  event: [day({ name: 'on', required: true, about: 'day', example: '2012-06-07' })],
  spell: [from, to],
  term: [required({ name: 'term', about: 'school term', example: '2012-13/autumn' })],
};

const FEW = '3';
const MANY = '140';

function exampleOf(field: Field, most: boolean): string {
  switch (field.type) {
    case 'kind':
      return field.values[0]?.id ?? '';
    case 'yes-no':
      return 'yes';
    case 'day':
      return '2013-03-01';
    case 'count':
      return most ? MANY : FEW;
    case 'text':
      return '';
  }
}

const forms = { kind: 'text', 'yes-no': 'yes-no', day: 'day', count: 'whole', text: 'text' } as const;

function fieldColumn(name: string, field: Field, most: boolean): Column {
  return column({
    name,
    form: forms[field.type],
    required: field.required ?? false,
    about: field.nullable === true ? `${field.label}, or \`${NONE}\`` : field.label,
    example: exampleOf(field, most),
    ...(field.type === 'kind' ? { values: field.values.map(({ id }) => id) } : {}),
    ...(field.nullable === true ? { none: NONE } : {}),
  });
}

function recordTable(name: string, type: RecordType, everyRecord: Vocabulary['everyRecord']): Table {
  const bounds = new Set((type.limits ?? []).map(({ atMost }) => atMost));
  const fields = Object.entries({ ...everyRecord, ...type.fields });
  const own = [...Object.keys(type.fields)];
  fields.sort(([left], [right]) => Number(own.includes(right)) - Number(own.includes(left)));
  return {
    name,
    place: 'records',
    about: `One row a record: ${type.label.many}`,
    columns: [
      family,
      ...(type.member === 'none' ? [] : [member(type.member === 'required')]),
      ...whens[type.shape],
      ...fields.map(([key, field]) => fieldColumn(key, field, bounds.has(key))),
    ],
  };
}

function coverageOf({ recordTypes }: Vocabulary): Table {
  const values = Object.keys(recordTypes);
  return {
    name: 'coverage',
    place: 'coverage',
    about: 'One row a span for which records of a type are known to be complete',
    columns: [
      family,
      required({ name: 'type', values, about: 'record type', example: values[0] ?? '' }),
      member(false),
      from,
      to,
    ],
  };
}

const claims: Table = {
  name: 'claims',
  place: 'claims',
  about: 'One row a payment claimed before',
  columns: [
    family,
    required({ name: 'programme', about: 'programme', example: 'troubled-families' }),
    required({ name: 'phase', form: 'whole', about: 'phase', example: '1' }),
    required({ name: 'payment', about: 'id of the payment', example: 'attachment-fee' }),
    day({ name: 'on', required: true, about: 'day of the claim', example: '2012-11-01' }),
    required({ name: 'pence', form: 'whole', about: 'amount in pence', example: '320000' }),
    column({ name: 'localAuthority', about: 'authority that claimed', example: '' }),
  ],
};

const overrides: Table = {
  name: 'overrides',
  place: 'overrides',
  about: 'One row a verdict that a person gave in place of the rule’s',
  columns: [
    family,
    required({ name: 'outcome', about: 'id of the outcome', example: 'crime-and-education' }),
    column({ name: 'part', about: 'id of the part of it', example: '' }),
    required({
      name: 'verdict',
      values: ['met', 'not-met', 'unknown', 'not-applicable'],
      about: 'verdict',
      example: 'met',
    }),
    required({ name: 'by', about: 'who gave it', example: 'A Person' }),
    required({ name: 'role', about: 'in which role', example: 'head of service' }),
    day({ name: 'on', required: true, about: 'day', example: '2013-03-01' }),
    required({ name: 'reason', about: 'why', example: 'known to the school' }),
    column({ name: 'evidence', about: 'what shows it', example: '' }),
  ],
};

/** Every table of a vocabulary: its columns are the vocabulary's fields. */
export function tablesOf(vocabulary: Vocabulary): Tables {
  const records = Object.entries(vocabulary.recordTypes).map(([name, type]) =>
    recordTable(name, type, vocabulary.everyRecord),
  );
  const all = [families, membersOf(vocabulary), ...records, coverageOf(vocabulary), claims, overrides];
  return new Map(all.map((table) => [table.name, table]));
}

/** The columns of a wide file: those of every table, each once. */
export function wideColumns(tables: Tables): readonly string[] {
  const names = [...tables.values()].flatMap(({ columns }) => columns.map(({ name }) => name));
  return [TABLE, ...new Set(names)];
}
