import { checkSummed, checkTests } from '../check/ruleset/fields.ts';
import { groundOf, type Library } from '../check/ruleset/library.ts';
import { checkRecordType } from '../check/ruleset/record-types.ts';
import { finding, type Finding } from '../check/finding.ts';
import type { Shape, Vocabulary } from '../document/vocabulary.ts';
import type { FieldTest, Where } from '../document/where.ts';
import { pointerOf } from '../pointer.ts';
import { quote } from '../quote.ts';
import type { CountedRecords, UnitCost, UnitCosts } from './unit-costs.ts';

type Place = readonly (string | number)[];

const words: Readonly<Record<Shape, string>> = { event: 'events', spell: 'spells', term: 'school terms' };

/** Days are of spells; a spell's number is of all its days at once, so that it cannot be shared out between spans. */
function shapeFound(counted: CountedRecords, shape: Shape, place: Place): Finding[] {
  const [key, takes] =
    'sum' in counted
      ? (['sum', shape !== 'spell'] as const)
      : (['per', counted.per === 'record' || shape === 'spell'] as const);
  if (takes) return [];
  const needs = key === 'sum' ? 'a sum is of events or school terms' : 'days and weeks are those of spells';
  const message = `${quote(counted.records)} is of ${words[shape]}, and ${needs}`;
  return [finding('shape-mismatch', pointerOf([...place, key]), { message })];
}

function parameterOf(test: FieldTest): { readonly name: string; readonly steps: Place } | undefined {
  if (typeof test !== 'object' || test === null || Array.isArray(test)) return undefined;
  if ('parameter' in test) return { name: test.parameter, steps: [] };
  const { not } = test;
  return typeof not === 'object' && 'parameter' in not ? { name: not.parameter, steps: ['not'] } : undefined;
}

function parametersFound(where: Where, place: Place): Finding[] {
  return Object.entries(where).flatMap(([field, test]) => {
    const named = parameterOf(test);
    if (named === undefined) return [];
    const message = `no parameter is named ${quote(named.name)}: unit costs have none, and name the kinds themselves`;
    return [finding('unknown-parameter', pointerOf([...place, field, ...named.steps]), { message })];
  });
}

function ofCost(counted: CountedRecords, vocabulary: Vocabulary, place: Place): Finding[] {
  const { records, where = {} } = counted;
  const ground = { vocabulary, ruleset: { parameters: {} } };
  const unknown = checkRecordType(ground, records, pointerOf([...place, 'records']));
  const shape = vocabulary.recordTypes[records]?.shape;
  if (unknown.length > 0 || shape === undefined) return unknown;
  const summed = { name: 'sum' in counted ? counted.sum : '', pointer: pointerOf([...place, 'sum']) };
  return [
    ...shapeFound(counted, shape, place),
    ...parametersFound(where, [...place, 'where']),
    ...checkTests(ground, { type: records, where }, pointerOf([...place, 'where'])),
    ...('sum' in counted ? checkSummed(ground, records, summed) : []),
  ];
}

/** What a document of unit costs lacks to count records: the vocabulary they are of, the calendar that places their terms. */
function lacking(units: UnitCosts, counting: readonly UnitCost[], vocabulary: Vocabulary | undefined) {
  const needs = (key: 'vocabulary' | 'calendar', { id }: UnitCost, why: string): Finding[] =>
    units[key] === undefined
      ? [finding('missing-key', '', { message: `\`${key}\` is missing: ${quote(id)} counts ${why}` })]
      : [];
  const [first] = counting;
  const ofTerms = counting.find(
    ({ counted }) => vocabulary?.recordTypes[counted?.records ?? '']?.shape === 'term',
  );
  return [
    ...(first === undefined ? [] : needs('vocabulary', first, 'records of it')),
    ...(ofTerms === undefined ? [] : needs('calendar', ofTerms, 'records of school terms')),
  ];
}

/** What is wrong with what unit costs count of a family's records, and with what they rest on for it. */
export function countedFound(units: UnitCosts, library: Library): Finding[] {
  const { vocabulary, findings } = groundOf(units, library);
  const counting = units.costs.filter(({ counted }) => counted !== undefined);
  const ofCosts = units.costs.flatMap(({ counted }, at) =>
    counted === undefined || vocabulary === undefined
      ? []
      : ofCost(counted, vocabulary, ['costs', at, 'counted']),
  );
  return [...findings, ...lacking(units, counting, vocabulary), ...ofCosts];
}
