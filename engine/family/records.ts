import type { Field, RecordType } from '../document/vocabulary.ts';
import { quote } from '../quote.ts';
import type { FamilyRecord } from './family.ts';
import type { Fields } from './fields.ts';
import { keysOf, listOf, slotsOf, type Keys } from './keys.ts';
import { familyLimits } from './limits.ts';
import { readMemberNamed } from './members.ts';
import type { Reading } from './reading.ts';
import { noDay, readEvent, readSpan, toMustBeSaid, type Span } from './span.ts';
import { sumChecker } from './sums.ts';
import { isTerm, notATerm } from './term-text.ts';
import { freeText, oneOf, readDay, readYesNo, wholeNumber, wrongType } from './value.ts';
import type { JsonObject, Read } from './value.ts';

function fieldReader(name: string, field: Field): Read<unknown> {
  switch (field.type) {
    case 'kind':
      return oneOf(
        field.values.map(({ id }) => id),
        'unknown-kind',
        quote(name),
      );
    case 'yes-no':
      return readYesNo;
    case 'count':
      return wholeNumber(0, field.max);
    case 'day':
      return readDay;
    case 'text':
      return freeText(field.maxLength);
  }
}

/** Which keys of a record say when it was. */
const timeKeys = { event: ['on'], spell: ['from', 'to'], term: ['term'] } as const;

const timesInWords = {
  event: 'happen on one day: give `on`',
  spell: 'last from one day to another: give `from` and `to`',
  term: 'are of a school term: give `term`',
} as const;

/** What a record of this type does not have, though others do. */
function instead(name: string, { shape, member }: RecordType): ReadonlyMap<string, string> {
  const records = `records of type ${quote(name)}`;
  const told = new Map<string, string>();
  for (const key of Object.values(timeKeys).flat()) {
    told.set(key, `${records} ${timesInWords[shape]}, not ${quote(key)}`);
  }
  if (member === 'none')
    told.set('member', `${records} are about the family as a whole: they name no \`member\``);
  return told;
}

function nullOf({ nullable, required }: Field): 'wrong' | 'known' | 'unknown' {
  if (nullable) return 'known';
  return required ? 'wrong' : 'unknown';
}

export function recordKeys(name: string, type: RecordType, fields: Fields): Keys {
  const { member, shape } = type;
  const required = [...(member === 'required' ? ['member'] : []), ...timeKeys[shape]];
  const slots = slotsOf(required, member === 'optional' ? ['member'] : []);
  for (const [key, field] of fields) {
    const check = fieldReader(key, field);
    slots.set(key, { required: field.required ?? false, check, onNull: nullOf(field) });
  }
  const keys = keysOf(`a record of type ${quote(name)}`, slots);
  return { ...keys, because: toMustBeSaid, instead: instead(name, type) };
}

const readTerm: Read<string> = (value, key, reading) => {
  if (typeof value === 'string') {
    if (isTerm(value)) return value;
    reading.report(key, notATerm(value));
  } else if (value !== undefined) {
    reading.report(key, wrongType(quote(key), 'a term such as `2012-13/autumn`', value));
  }
  return undefined;
};

const never: Span = { from: noDay, to: noDay };

/** Two rows for one member and one term, of which nobody could say which is right. */
function reportRepeatedRows(rows: readonly FamilyRecord[], key: string, reading: Reading): void {
  const seen = new Set<string>();
  reading.enter(key);
  for (const { index, member, term } of rows) {
    if (term === '' || member === unplaced) continue;
    const row = `${member} ${term}`;
    if (seen.has(row)) {
      const message = `there is already a row for this member and the term ${quote(term)}`;
      reading.report(index, { code: 'duplicate-term-row', message });
    }
    seen.add(row);
  }
  reading.leave();
}

/** Stands in for a member who is wrong and reported. */
const unplaced = -2;

function memberOf(object: JsonObject, { member }: RecordType, reading: Reading): number {
  const named = object['member'];
  const none = member === 'none' || (member === 'optional' && (named === undefined || named === null));
  if (none) return -1;
  return readMemberNamed(named, 'member', reading) ?? unplaced;
}

/**
 * Reads the list of one type's records. Null for an optional field says no more than its absence, unless the field is
 * nullable: then it is known to have no value.
 */
export function recordsReader(name: string, type: RecordType, fields: Fields): Read<readonly FamilyRecord[]> {
  const checkSums = sumChecker(type, fields);
  const { shape } = type;
  const read = (object: JsonObject, index: number, reading: Reading): FamilyRecord => {
    const member = memberOf(object, type, reading);
    const term = shape === 'term' ? (readTerm(object['term'], 'term', reading) ?? '') : '';
    const timed = shape === 'event' ? readEvent(object, reading) : never;
    const { from, to } = shape === 'spell' ? readSpan(object, reading) : timed;
    checkSums(object, reading);
    return { index, member, from, to, term, fields: object };
  };
  const readList = listOf({ keys: recordKeys(name, type, fields), most: familyLimits.records, read });
  if (shape !== 'term') return readList;
  return (value, key, reading) => {
    const rows = readList(value, key, reading);
    if (rows !== undefined) reportRepeatedRows(rows, key, reading);
    return rows;
  };
}
