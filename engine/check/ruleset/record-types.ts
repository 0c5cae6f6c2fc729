import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { finding, type Finding } from '../finding.ts';
import type { Context } from './context.ts';
import { recordsOf } from './measure.ts';
import { anchoredTypes, factsOf } from './parts.ts';

/** A record type that the vocabulary lacks. */
export function checkRecordType(
  { vocabulary }: Pick<Context, 'vocabulary'>,
  type: string,
  pointer: string,
): Finding[] {
  const known = Object.keys(vocabulary.recordTypes);
  if (known.includes(type)) return [];
  const message = `no record type is named ${quote(type)}`;
  return [finding('unknown-record-type', pointer, { message, suggestion: near(type, () => known) })];
}

function inAnchor(context: Context, type: string, pointer: string): Finding[] {
  const { ruleset, vocabulary } = context;
  if (Object.hasOwn(vocabulary.recordTypes, type) || !Object.hasOwn(ruleset.facts, type)) {
    return checkRecordType(context, type, pointer);
  }
  const message = `${quote(type)} is a fact, and an anchor needs a record type`;
  return [finding('fact-in-anchor', pointer, { message })];
}

/** Record types that facts and anchors name and the vocabulary lacks. */
export function checkRecordTypes(context: Context): Finding[] {
  const ofFacts = factsOf(context).flatMap(({ part: fact, pointer }) => {
    const records = recordsOf(fact);
    return records === undefined ? [] : checkRecordType(context, records.type, `${pointer}/${records.path}`);
  });
  const ofAnchors = anchoredTypes(context).flatMap(({ part, pointer }) =>
    inAnchor(context, part.type, pointer),
  );
  return [...ofFacts, ...ofAnchors];
}
