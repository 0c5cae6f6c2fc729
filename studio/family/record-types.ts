import type { CheckedRuleset, Vocabulary } from '../engine.ts';
import { type FamilyDocument, objectsIn, textIn, valueAt } from './family-document.ts';

export type RecordTypeOf = Vocabulary['recordTypes'][string];

/**
 * What is known of the records of a type: nothing, that there are none, or these. Days that are covered without a list say
 * that there were none on them.
 */
export const knownStates = {
  unknown: 'Not known',
  none: 'Known to be none',
  some: 'Known',
} as const;
export type Known = keyof typeof knownStates;

export function knownOf(document: FamilyDocument | undefined, type: string): Known {
  const list = valueAt(document, ['records', type]);
  if (Array.isArray(list) && list.length > 0) return 'some';
  const isCovered = objectsIn(valueAt(document, ['coverage', type])).length > 0;
  return Array.isArray(list) || isCovered ? 'none' : 'unknown';
}

/** Record types that a fact measures. */
function measuredBy(fact: CheckedRuleset['ruleset']['facts'][string]): readonly string[] {
  if ('count' in fact) return [fact.count];
  if ('exists' in fact) return [fact.exists];
  if ('ratio' in fact) return [fact.ratio.of];
  if ('reduction' in fact) return [fact.reduction];
  return 'length' in fact ? [fact.length.of] : [];
}

/** The record type that each fact of a ruleset measures, by the fact’s id. */
export function typeOfFact({ ruleset }: CheckedRuleset): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(ruleset.facts).flatMap(([id, fact]) =>
      measuredBy(fact).map((type): [string, string] => [id, type]),
    ),
  );
}

/** Record types that the rules read. */
export const typesRead = (checked: CheckedRuleset): ReadonlySet<string> =>
  new Set(typeOfFact(checked).values());

/** A record of a type with nothing in it but its keys, of the member named or of the first child. */
export function blankRecord(
  { shape, member }: RecordTypeOf,
  document: FamilyDocument | undefined,
  given: { readonly member?: string | undefined; readonly term?: string | undefined } = {},
): FamilyDocument {
  const members = objectsIn(document?.['members']);
  const child = members.find(({ role }) => role === 'child') ?? members[0];
  const whose = given.member ?? (member === 'required' ? textIn(child?.['id']) : undefined);
  const when = { event: { on: '' }, spell: { from: '', to: null }, term: { term: given.term ?? '' } };
  return { ...(whose === undefined ? {} : { member: whose }), ...when[shape] };
}
