import { entriesOf, listOf, memberOf, textOf, textsOf } from '../editor/value.ts';
import type { Vocabulary } from '../engine.ts';
import { pounds } from '../money-in-words.ts';

type RecordType = Vocabulary['recordTypes'][string];
type Field = RecordType['fields'][string];
type Count = Extract<Field, { readonly type: 'count' }>;

interface Row {
  /** As a sentence says it. */
  readonly said: string;
  /** As it is chosen. */
  readonly text: string;
}

/** How a record lies in time. */
export const shapes: Readonly<Record<RecordType['shape'], Row>> = {
  event: { said: 'an event', text: 'An event: it happens on one day' },
  spell: { said: 'a spell', text: 'A spell: it lasts from one day to another, or goes on' },
  term: { said: 'a term', text: 'A term: one record for each member and school term' },
};

/** Whose a record is. */
export const owners: Readonly<Record<RecordType['member'], Row>> = {
  required: { said: 'of a member', text: 'A member: every record names one' },
  optional: { said: 'of a member or of the family', text: 'Either: a record may name a member' },
  none: { said: 'of the family', text: 'The family as a whole: no record names a member' },
};

/** What a number counts. */
export const units: Readonly<Record<Count['unit'], Row>> = {
  sessions: { said: 'a number of sessions', text: 'Sessions' },
  pence: { said: 'an amount of money', text: 'Money' },
  times: { said: 'a number of times', text: 'Times' },
  points: { said: 'a number of points', text: 'Points' },
};

/** What a field can be. */
export const fieldTypes: Readonly<Record<Field['type'], Row>> = {
  'yes-no': { said: 'yes or no', text: 'Yes or no' },
  kind: { said: 'one of several values', text: 'A choice: one of several values' },
  count: { said: 'a number', text: 'A number or an amount' },
  day: { said: 'a day', text: 'A day' },
  text: { said: 'text', text: 'Text' },
};

export const optionsOf = (rows: Readonly<Record<string, Row>>) =>
  Object.entries(rows).map(([value, { text }]) => ({ value, text }));

/** What a word of a document is called; the word itself where it is none of these. */
export function saidBy(rows: Readonly<Record<string, Row>>, word: unknown): string {
  const text = textOf(word);
  return (Object.hasOwn(rows, text) ? rows[text]?.said : undefined) ?? (text || 'something');
}

/** What something is called by its label, or else by its id. */
export const calledBy = (value: unknown, id: string) => textOf(memberOf(value, 'label')) || id;

/** What records of a type are called: one of them, or several. */
export const typeCalled = (type: unknown, id: string, how: 'one' | 'many') =>
  textOf(memberOf(memberOf(type, 'label'), how)) || id;

/** a, b or c. */
export function listed(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** The most values of a choice that a sentence says; of more it says how many. */
const mostSaid = 4;

function choiceInWords(field: unknown): string {
  const values = listOf(memberOf(field, 'values')).map((one) => calledBy(one, textOf(memberOf(one, 'id'))));
  if (values.length === 0) return 'a choice that has no value yet';
  if (values.length === 1) return `always ${values.join('')}`;
  if (values.length <= mostSaid) return `one of ${listed(values, 'or')}`;
  const few = values.slice(0, mostSaid - 1);
  return `one of ${listed([...few, `${values.length - few.length} more`], 'and')}`;
}

function numberInWords(field: unknown): string {
  const [unit, max] = [memberOf(field, 'unit'), memberOf(field, 'max')];
  const most = typeof max === 'number' ? `, at most ${amountInWords(max, unit)}` : '';
  return `${saidBy(units, unit)}${most}`;
}

/** A number of a unit. */
export const amountInWords = (amount: number, unit: unknown) =>
  unit === 'pence' ? pounds(amount) : String(amount);

/** What a field can be, in words. */
export function typeInWords(field: unknown): string {
  const type = memberOf(field, 'type');
  if (type === 'kind') return choiceInWords(field);
  if (type === 'count') return numberInWords(field);
  const most = memberOf(field, 'maxLength');
  if (type === 'text' && typeof most === 'number') return `text of at most ${most} characters`;
  return saidBy(fieldTypes, type);
}

/** What a field can be, whether it is always said, and whether it can be known to have no value. */
export function fieldInWords(field: unknown): string {
  return [
    typeInWords(field),
    ...(memberOf(field, 'required') === true ? ['always said'] : []),
    ...(memberOf(field, 'nullable') === true ? ['or known to have none'] : []),
  ].join('; ');
}

/** What follows the name of a record type: how it lies in time, whose it is, and its fields. */
export function recordTypeInWords(type: unknown): string {
  const fields = entriesOf(memberOf(type, 'fields'));
  const said = fields.map(([name, field]) => `${calledBy(field, name)} (${fieldInWords(field)})`);
  const head = `${saidBy(shapes, memberOf(type, 'shape'))}, ${saidBy(owners, memberOf(type, 'member'))}`;
  return said.length === 0 ? `${head}, with no field of its own` : `${head}: ${said.join(', ')}`;
}

/** What a limit says of the fields that it names. */
export function limitInWords(limit: unknown, fields: unknown): string {
  const called = (name: string) => calledBy(memberOf(fields, name), name);
  const sum = textsOf(memberOf(limit, 'sum')).map(called);
  const together = sum.length > 1 ? ' together' : '';
  return `${listed(sum, 'and')}${together}: at most ${called(textOf(memberOf(limit, 'atMost')))}`;
}
