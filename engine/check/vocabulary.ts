import type { Field, RecordType, Vocabulary } from '../document/vocabulary.ts';
import { step } from '../pointer.ts';
import { quote } from '../quote.ts';
import { err, ok, type Result } from '../result.ts';
import { near } from './near.ts';
import { parseDay } from '../time/civil-date.ts';
import { readVocabulary } from './document.ts';
import type { Diagnostic } from './diagnostic.ts';
import { finding, inOrder, type Finding } from './finding.ts';
import { checkSources } from './sources.ts';

type Fields = Readonly<Record<string, Field>>;

/** What a record says of itself beside its fields. */
const reserved: readonly string[] = ['member', 'on', 'from', 'to', 'term'];

/** Names that every object inherits would be there even where a record has no such field. */
function reservedNames(fields: Fields, pointer: string): Finding[] {
  return Object.keys(fields)
    .filter((name) => reserved.includes(name) || name in Object.prototype)
    .map((name) =>
      finding('reserved-field', step(pointer, name), {
        message: `${quote(name)} is reserved and can name no field`,
      }),
    );
}

function doubled(list: readonly { readonly id: string }[], pointer: string, what: string): Finding[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      finding('duplicate-id', `${pointer}/${at}/id`, {
        message: `${quote(id)} is already the id of ${what}`,
      }),
    ];
  });
}

function doubledKinds(fields: Fields, pointer: string): Finding[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.type === 'kind'
      ? doubled(field.values, `${step(pointer, name)}/values`, 'a kind of this field')
      : [],
  );
}

function everywhere({ everyRecord, recordTypes }: Vocabulary): Finding[] {
  const required = Object.entries(everyRecord)
    .filter(([, field]) => field.required === true)
    .map(([name]) => {
      const message = `${quote(name)} is a field of every record, and so cannot be required`;
      return finding('required-everywhere', `/everyRecord/${name}/required`, { message });
    });
  const colliding = Object.entries(recordTypes).flatMap(([type, { fields }]) =>
    Object.keys(fields)
      .filter((name) => Object.hasOwn(everyRecord, name))
      .map((name) => {
        const message = `${quote(name)} is already a field of every record`;
        return finding('reserved-field', `/recordTypes/${type}/fields/${name}`, { message });
      }),
  );
  return [...required, ...colliding];
}

function limits({ fields, limits: list = [] }: RecordType, type: string): Finding[] {
  const named = list.flatMap(({ sum, atMost }, at) => {
    const pointer = `/recordTypes/${type}/limits/${at}`;
    const summed = sum.map((name, place) => ({ name, pointer: `${pointer}/sum/${place}` }));
    return [...summed, { name: atMost, pointer: `${pointer}/atMost` }];
  });
  return named.flatMap(({ name, pointer }) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.type === 'count') return [];
    if (field !== undefined) {
      const message = `field ${quote(name)} of ${quote(type)} is not a number, and only numbers have limits`;
      return [finding('field-type-mismatch', pointer, { message })];
    }
    const message = `${quote(type)} has no field named ${quote(name)}`;
    return [
      finding('unknown-field', pointer, { message, suggestion: near(name, () => Object.keys(fields)) }),
    ];
  });
}

/** A month and a day that every year has. */
function isInEveryYear(monthAndDay: string): boolean {
  return parseDay(`2001-${monthAndDay}`) !== undefined;
}

function schoolAge({ schoolAge: { startsAt, endsAt, cutOff, leavingYearFrom } }: Vocabulary): Finding[] {
  const days: [string, string][] = [
    ...Object.entries(cutOff).map(([term, day]): [string, string] => [`/schoolAge/cutOff/${term}`, day]),
    ['/schoolAge/leavingYearFrom', leavingYearFrom],
  ];
  const noDays = days
    .filter(([, day]) => !isInEveryYear(day))
    .map(([pointer, day]) =>
      finding('not-a-day', pointer, {
        message: `${quote(day)} is not a month and a day that every year has`,
      }),
    );
  if (startsAt < endsAt) return noDays;
  const message = `no age is at least \`${startsAt}\` and below \`${endsAt}\``;
  return [...noDays, finding('empty-ages', '/schoolAge', { message })];
}

/** A vocabulary that families can be read by, or everything wrong with it. Never throws, whatever the JSON. */
export function checkVocabulary(document: unknown): Result<Vocabulary, Diagnostic[]> {
  const read = readVocabulary(document);
  if (!read.ok) return read;
  const vocabulary = read.value;
  const ofTypes = Object.entries(vocabulary.recordTypes).flatMap(([type, recordType]) => [
    ...reservedNames(recordType.fields, `/recordTypes/${type}/fields`),
    ...doubledKinds(recordType.fields, `/recordTypes/${type}/fields`),
    ...limits(recordType, type),
  ]);
  const findings = inOrder([
    ...doubled(vocabulary.roles, '/roles', 'a role'),
    ...schoolAge(vocabulary),
    ...reservedNames(vocabulary.everyRecord, '/everyRecord'),
    ...doubledKinds(vocabulary.everyRecord, '/everyRecord'),
    ...everywhere(vocabulary),
    ...ofTypes,
    ...checkSources(vocabulary, vocabulary.sources),
  ]);
  return findings.length > 0 ? err(findings) : ok(vocabulary);
}
