import type { Diagnostic } from '../check/diagnostic.ts';
import type { Vocabulary } from '../document/vocabulary.ts';
import { isReserved } from '../json-code.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import type { CoverageSpan, Family, FamilyRecord, Member } from './family.ts';
import { fieldsOf, nameOf, recordTypesOf } from './fields.ts';
import { coverageReader, readClaims, readOverrides } from './history.ts';
import { checkKeys, isObject, keysOf, reservedKey, slotsOf, tooMany } from './keys.ts';
import { familyLimits } from './limits.ts';
import { memberReader } from './members.ts';
import { Reading, type Finding } from './reading.ts';
import { recordsReader } from './records.ts';
import { nameRule, optional, readDay, readName, textFault, wrongType } from './value.ts';
import type { JsonObject, Read } from './value.ts';

export const familyKeys = keysOf(
  'a family',
  slotsOf(
    ['id', 'localAuthority', 'members', 'records'],
    ['vocabulary', 'attachedOn', 'closedOn', 'formerIds', 'coverage', 'claims', 'overrides'],
  ),
);

const optionalDay = optional(readDay);
const optionalClaims = optional(readClaims);
const optionalOverrides = optional(readOverrides);

/** Checked, and left to whoever looks for claims under another id. */
const checkFormerIds: Read<undefined> = (value, key, reading) => {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) reading.report(key, wrongType(quote(key), 'a list', value));
  else if (value.length > familyLimits.formerIds) {
    reading.report(key, tooMany(key, value.length, familyLimits.formerIds));
  } else {
    reading.enter(key);
    for (const [index, id] of value.entries()) {
      const fault = textFault(id, nameRule);
      if (fault !== undefined)
        reading.report(index, { code: fault.code, message: `a former id ${fault.says}` });
    }
    reading.leave();
  }
  return undefined;
};

function noSuchType(type: string, known: Iterable<string>): Finding {
  if (isReserved(type)) return reservedKey(type);
  return {
    code: 'unknown-record-type',
    message: `no record type is named ${quote(type)}`,
    near: [type, known],
  };
}

/** An object keyed by record type. A type that is null was not supplied. */
function byType<T>(readers: ReadonlyMap<string, Read<T>>): Read<ReadonlyMap<string, T>> {
  return (value, key, reading) => {
    if (value === undefined) return undefined;
    if (!isObject(value)) {
      reading.report(key, wrongType(quote(key), 'an object keyed by record type', value));
      return undefined;
    }
    const types = new Map<string, T>();
    reading.enter(key);
    for (const type in value) {
      const list = value[type];
      if (reading.isFull()) break;
      const read = readers.get(type);
      if (read === undefined) reading.report(type, noSuchType(type, readers.keys()));
      else if (list !== null) {
        const records = read(list, type, reading);
        if (records !== undefined) types.set(type, records);
      }
    }
    reading.leave();
    return types;
  };
}

function vocabularyChecker(spoken: string): Read<undefined> {
  return (value, key, reading) => {
    if (value === undefined || value === null || value === spoken) return undefined;
    if (typeof value === 'string') {
      const message = `the family names the vocabulary ${quote(value)}, but is read with ${quote(spoken)}`;
      reading.report(key, { code: 'unknown-vocabulary', message, suggestion: spoken });
    } else reading.report(key, wrongType(quote(key), `a name such as ${quote(spoken)}`, value));
    return undefined;
  };
}

interface Readers {
  readonly vocabulary: string;
  readonly members: Read<readonly Member[]>;
  readonly records: Read<ReadonlyMap<string, readonly FamilyRecord[]>>;
  readonly coverage: Read<ReadonlyMap<string, readonly CoverageSpan[]>>;
  readonly named: Read<undefined>;
}

function readersOf(vocabulary: Vocabulary): Readers {
  const types = recordTypesOf(vocabulary);
  const records = types.map(
    ([name, type]) => [name, recordsReader(name, type, fieldsOf(vocabulary, type))] as const,
  );
  const coverage = types.map(([name, { member }]) => [name, coverageReader(member !== 'none')] as const);
  return {
    vocabulary: nameOf(vocabulary),
    members: memberReader(vocabulary),
    records: byType(new Map(records)),
    coverage: optional(byType(new Map(coverage))),
    named: vocabularyChecker(nameOf(vocabulary)),
  };
}

function readFamily(document: JsonObject, readers: Readers, reading: Reading): Family {
  checkKeys(document, familyKeys, reading);
  const read = <T>(key: string, reader: Read<T>) => reader(document[key], key, reading);
  const id = read('id', readName) ?? '';
  const localAuthority = read('localAuthority', readName) ?? '';
  read('vocabulary', readers.named);
  const attachedOn = read('attachedOn', optionalDay) ?? null;
  const closedOn = read('closedOn', optionalDay) ?? null;
  if (attachedOn !== null && closedOn !== null && closedOn < attachedOn) {
    const message = '`closedOn` comes before `attachedOn`';
    reading.report('closedOn', { code: 'to-not-after-from', message });
  }
  read('formerIds', checkFormerIds);
  return {
    id,
    localAuthority,
    vocabulary: readers.vocabulary,
    attachedOn,
    closedOn,
    members: read('members', readers.members) ?? [],
    records: read('records', readers.records) ?? new Map(),
    coverage: read('coverage', readers.coverage) ?? new Map(),
    claims: read('claims', optionalClaims) ?? [],
    overrides: read('overrides', optionalOverrides) ?? [],
  };
}

/**
 * Makes the strict reader of families for one vocabulary. It gives the family, or everything that is wrong with it in
 * the order of reading; nothing is dropped and nothing guessed. Null for an optional key or field says no more than its
 * absence, save a nullable field, which null says to have no value. Total for any JSON value, which it never changes.
 */
export function familyParser(vocabulary: Vocabulary): (document: unknown) => Result<Family, Diagnostic[]> {
  const readers = readersOf(vocabulary);
  return (document) => {
    const reading = new Reading();
    if (!isObject(document)) {
      reading.report(undefined, wrongType('a family', 'an object', document));
      return err(reading.findings());
    }
    const family = readFamily(document, readers, reading);
    const findings = reading.findings();
    return findings.length === 0 ? ok(family) : err(findings);
  };
}
