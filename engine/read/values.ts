import type { Fact } from '../document/fact.ts';
import type { Place } from '../document/places.ts';
import type { Parameter, Unit } from '../document/parameter.ts';
import type { Ruleset } from '../document/ruleset.ts';
import type { Field, Vocabulary } from '../document/vocabulary.ts';
import type { FieldTest } from '../document/where.ts';
import { dayInWords, listInWords, poundsInWords } from './figures.ts';
import { addDays, parseDay } from '../time/civil-date.ts';
import { plain, value, type Words } from './words.ts';

/** What a ruleset is read with. */
export interface Reader {
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  readonly placeOf: (condition: Place['condition']) => Place;
}

type Raw = NonNullable<Parameter['value']>;
type Reference = { readonly parameter: string };

const spans: readonly Unit[] = ['days', 'weeks', 'months', 'terms', 'years'];

/** "6 months", "1 month". */
export function counted(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
}

export function dayText(iso: string): string {
  const day = parseDay(iso);
  return day === undefined ? iso : dayInWords(day);
}

/** The last day inside, where the first outside is written. */
function lastDay(to: string): string {
  const day = parseDay(to);
  return day === undefined ? to : dayInWords(addDays(day, -1));
}

export type Selecting = Extract<
  Fact,
  { count: string } | { exists: string } | { reduction: string } | { length: object }
>;

/** The record type that a fact counts. */
export function recordTypeOf(fact: Selecting): string {
  if ('count' in fact) return fact.count;
  if ('exists' in fact) return fact.exists;
  return 'reduction' in fact ? fact.reduction : fact.length.of;
}

function isOf(test: FieldTest, parameter: string): boolean {
  if (typeof test !== 'object' || test === null || Array.isArray(test)) return false;
  return 'not' in test ? isOf(test.not, parameter) : test.parameter === parameter;
}

/** The field that a list of kinds is a test of. */
function fieldOf({ ruleset, vocabulary }: Reader, parameter: string): Field | undefined {
  for (const fact of Object.values(ruleset.facts)) {
    if (!('window' in fact) || 'ratio' in fact) continue;
    const tested = Object.entries(fact.where ?? {}).find(([, test]) => isOf(test, parameter));
    const field = tested && vocabulary.recordTypes[recordTypeOf(fact)]?.fields[tested[0]];
    if (field !== undefined) return field;
  }
  return undefined;
}

/** A kind by the label that its field gives it. */
export function kindText(field: Field | undefined, id: string): string {
  const labels = field?.type === 'kind' ? field.values : [];
  return labels.find((one) => one.id === id)?.label ?? id;
}

interface Written {
  readonly unit: Unit;
  readonly id: string;
  /** Before the last of a list. */
  readonly joiner: string;
}

/** One value of a unit, on its own: "15%", "£3,200", "6 months", "yes". */
function rawText(reader: Reader, raw: Raw, { unit, id, joiner }: Written): string {
  if (typeof raw === 'boolean') return raw ? 'yes' : 'no';
  if (Array.isArray(raw)) {
    const field = fieldOf(reader, id);
    return listInWords(
      raw.map((kind) => kindText(field, kind)),
      joiner,
    );
  }
  if (typeof raw === 'string') return unit === 'day' ? dayText(raw) : raw.replaceAll('-', ' ');
  if (unit === 'pence') return poundsInWords(raw);
  if (unit === 'percent') return `${raw}%`;
  return spans.includes(unit) ? counted(raw, unit) : String(raw);
}

/** Every value of a parameter, those by day in order: "£3,200 for families attached from 1 April 2012, £2,400 from 1 April 2013". */
export function valuesText(reader: Reader, id: string, joiner = 'and'): string {
  const parameter = reader.ruleset.parameters[id];
  if (parameter === undefined) return id;
  const written = { unit: parameter.unit, id, joiner };
  if (parameter.value !== undefined) return rawText(reader, parameter.value, written);
  const by = parameter.by === 'attachedOn' ? ' for families attached' : '';
  const dated = (parameter.values ?? []).map(({ from, to, value: raw }, at) => {
    const until = to === undefined ? '' : ` to ${lastDay(to)}`;
    return `${rawText(reader, raw, written)}${at === 0 ? by : ''} from ${dayText(from)}${until}`;
  });
  return dated.join(', ');
}

/** A value that a parameter has on some day, as it is read. */
export function heldText(reader: Reader, id: string, raw: Raw): string {
  const unit = reader.ruleset.parameters[id]?.unit;
  return unit === undefined ? String(raw) : rawText(reader, raw, { unit, id, joiner: 'and' });
}

function single(reader: Reader, reference: Reference): Raw | undefined {
  return reader.ruleset.parameters[reference.parameter]?.value;
}

/** “Its label” with every value behind it, where a value changes by day. */
function byDay(reader: Reader, { parameter: id }: Reference): Words {
  const label = reader.ruleset.parameters[id]?.label ?? id;
  return value(`“${label}” (${valuesText(reader, id)})`, id);
}

export function numberWords(
  reader: Reader,
  given: number | Reference,
  written: (count: number) => string = String,
): Words {
  if (typeof given === 'number') return value(written(given));
  const raw = single(reader, given);
  return typeof raw === 'number' ? value(written(raw), given.parameter) : byDay(reader, given);
}

/** Words for yes and for no, as a value that can be changed; `open` stands before one that changes by day. */
export function yesNoWords(
  reader: Reader,
  given: boolean | Reference,
  { yes, no }: { readonly yes: string; readonly no: string },
): Words {
  if (typeof given === 'boolean') {
    const text = given ? yes : no;
    return text === '' ? [] : value(text);
  }
  const raw = single(reader, given);
  if (typeof raw === 'boolean') {
    const text = raw ? yes : no;
    return text === '' ? [] : value(text, given.parameter);
  }
  return [...plain(' (by '), ...byDay(reader, given), ...plain(')')];
}

/** Any value that a condition may be compared with. */
export function anyWords(reader: Reader, given: number | boolean | string | Reference): Words {
  if (typeof given === 'object') {
    const parameter = reader.ruleset.parameters[given.parameter];
    if (parameter?.value === undefined) return byDay(reader, given);
    return value(valuesText(reader, given.parameter), given.parameter);
  }
  if (typeof given === 'boolean') return value(given ? 'yes' : 'no');
  return value(typeof given === 'number' ? String(given) : given.replaceAll('-', ' '));
}
