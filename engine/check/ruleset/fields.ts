import type { Fact } from '../../document/fact.ts';
import type { Field, RecordType } from '../../document/vocabulary.ts';
import type { FieldTest } from '../../document/where.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { finding, type Finding } from '../finding.ts';
import { entry, type Context } from './context.ts';
import { factsOf, testsOf, type Tests } from './parts.ts';
import { valuesOf } from './values.ts';

const typeWords: Readonly<Record<Field['type'], string>> = {
  kind: 'a kind',
  'yes-no': 'a yes or no',
  count: 'a number',
  day: 'a day',
  text: 'a text',
};

/** What tests over fields are looked at with: a vocabulary, and the parameters that they may name. */
export type Words = Pick<Context, 'vocabulary'> & {
  readonly ruleset: Pick<Context['ruleset'], 'parameters'>;
};

/** A field of a record type, with the words that name it. */
interface Named {
  readonly type: string;
  readonly name: string;
  readonly field: Field;
}

function fieldOf({ vocabulary }: Words, recordType: RecordType, name: string): Field | undefined {
  return entry(recordType.fields, name) ?? entry(vocabulary.everyRecord, name);
}

function unknownField(context: Words, place: { type: string; name: string; pointer: string }): Finding {
  const { type, name, pointer } = place;
  const own = entry(context.vocabulary.recordTypes, type)?.fields ?? {};
  const suggestion = near(name, () => [...Object.keys(own), ...Object.keys(context.vocabulary.everyRecord)]);
  return finding('unknown-field', pointer, {
    message: `${quote(type)} has no field named ${quote(name)}`,
    suggestion,
  });
}

function mismatch({ type, name, field }: Named, pointer: string, needs: string): Finding {
  const message = `field ${quote(name)} of ${quote(type)} is ${typeWords[field.type]}, and ${needs}`;
  return finding('field-type-mismatch', pointer, { message });
}

function kinds({ type, name, field }: Named, words: readonly { word: string; pointer: string }[]): Finding[] {
  if (field.type !== 'kind') return [];
  const known = field.values.map(({ id }) => id);
  return words
    .filter(({ word }) => !known.includes(word))
    .map(({ word, pointer }) => {
      const message = `field ${quote(name)} of ${quote(type)} has no kind named ${quote(word)}`;
      return finding('unknown-kind', pointer, { message, suggestion: near(word, () => known) });
    });
}

/** The kinds a test names, where each is written. A parameter's are those of all its values. */
function kindsNamed(
  context: Words,
  test: Exclude<FieldTest, boolean | null>,
  pointer: string,
): { word: string; pointer: string }[] {
  if (typeof test === 'string') return [{ word: test, pointer }];
  if (Array.isArray(test)) return test.map((word, at) => ({ word, pointer: `${pointer}/${at}` }));
  if ('not' in test) return kindsNamed(context, test.not, `${pointer}/not`);
  return valuesOf(context, test.parameter).flatMap(({ value, pointer: place }) =>
    Array.isArray(value) ? value.map((word, at) => ({ word, pointer: `${place}/${at}` })) : [],
  );
}

function tested(context: Words, named: Named, place: { test: FieldTest; pointer: string }): Finding[] {
  const { test, pointer } = place;
  const { field } = named;
  if (test === null) {
    return field.nullable === true ? [] : [mismatch(named, pointer, 'is never `null`')];
  }
  if (typeof test === 'boolean') {
    return field.type === 'yes-no' ? [] : [mismatch(named, pointer, `cannot be ${quote(String(test))}`)];
  }
  if (field.type !== 'kind') return [mismatch(named, pointer, 'only a kind can be one of several')];
  return kinds(named, kindsNamed(context, test, pointer));
}

/** What is wrong with the tests of one `where`; nothing where the vocabulary lacks the record type. */
export function checkTests(words: Words, { type, where }: Tests, pointer: string): Finding[] {
  const recordType = entry(words.vocabulary.recordTypes, type);
  if (recordType === undefined) return [];
  return Object.entries(where).flatMap(([name, test]) => {
    const place = `${pointer}/${name}`;
    const field = fieldOf(words, recordType, name);
    if (field === undefined) return [unknownField(words, { type, name, pointer: place })];
    return tested(words, { type, name, field }, { test, pointer: place });
  });
}

/** What is wrong with a field that is summed; nothing where the vocabulary lacks the record type. */
export function checkSummed(
  words: Words,
  type: string,
  place: { readonly name: string; readonly pointer: string },
): Finding[] {
  const recordType = entry(words.vocabulary.recordTypes, type);
  if (recordType === undefined) return [];
  const field = fieldOf(words, recordType, place.name);
  if (field === undefined) return [unknownField(words, { type, ...place })];
  if (field.type === 'count') return [];
  return [mismatch({ type, name: place.name, field }, place.pointer, 'only numbers can be summed')];
}

function summed(
  { ratio }: Extract<Fact, { ratio: unknown }>,
  pointer: string,
): { name: string; pointer: string }[] {
  const listed = (names: readonly string[], key: string) =>
    names.map((name, at) => ({ name, pointer: `${pointer}/ratio/${key}/${at}` }));
  const { sum, minus = [], over } = ratio;
  return [
    ...(typeof sum === 'string' ? [{ name: sum, pointer: `${pointer}/ratio/sum` }] : listed(sum, 'sum')),
    ...listed(minus, 'minus'),
    { name: over, pointer: `${pointer}/ratio/over` },
  ];
}

function inRatios(context: Context): Finding[] {
  return factsOf(context).flatMap(({ part: fact, pointer }) => {
    if (!('ratio' in fact)) return [];
    const type = fact.ratio.of;
    const recordType = entry(context.vocabulary.recordTypes, type);
    if (recordType?.shape !== 'term') return [];
    return summed(fact, pointer).flatMap((place) => checkSummed(context, type, place));
  });
}

/** Fields that rules name: there, of the type that the use needs, and with the kinds that are asked of them. */
export function checkFields(context: Context): Finding[] {
  const inTests = testsOf(context).flatMap(({ part, pointer }) => checkTests(context, part, pointer));
  return [...inTests, ...inRatios(context)];
}
