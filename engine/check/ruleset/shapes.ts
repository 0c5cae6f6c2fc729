import type { Fact } from '../../document/fact.ts';
import type { Shape } from '../../document/vocabulary.ts';
import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import { entry, type Context } from './context.ts';
import { measureOf, recordsOf, type MeasureName } from './measure.ts';
import { anchoredTypes, factsOf } from './parts.ts';

const words: Readonly<Record<Shape, string>> = { event: 'events', spell: 'spells', term: 'school terms' };

/** The one shape that a measure can be taken of; the others take any. */
const needed: Readonly<Partial<Record<MeasureName, Shape>>> = {
  ratio: 'term',
  reduction: 'event',
  length: 'spell',
};

function ofFact(context: Context, fact: Fact, pointer: string): Finding[] {
  const records = recordsOf(fact);
  if (records === undefined) return [];
  const shape = entry(context.vocabulary.recordTypes, records.type)?.shape;
  if (shape === undefined) return [];
  const measure = measureOf(fact);
  const takes = needed[measure];
  if (takes !== undefined && takes !== shape) {
    const message = `${quote(measure)} measures ${words[takes]}, and ${quote(records.type)} is of ${words[shape]}`;
    return [finding('shape-mismatch', `${pointer}/${records.path}`, { message })];
  }
  if (shape !== 'term' || !('window' in fact) || 'lastTerms' in fact.window) return [];
  const message = `${quote(records.type)} is of school terms, and this window is of days; \`lastTerms\` is needed`;
  return [finding('shape-mismatch', `${pointer}/window`, { message })];
}

/** Measures and windows that do not suit how their records lie in time. */
export function checkShapes(context: Context): Finding[] {
  const ofFacts = factsOf(context).flatMap(({ part, pointer }) => ofFact(context, part, pointer));
  const ofAnchors = anchoredTypes(context).flatMap(({ part: { type }, pointer }) => {
    if (entry(context.vocabulary.recordTypes, type)?.shape !== 'term') return [];
    const message = `${quote(type)} is of school terms, and an anchor needs records that have a day`;
    return [finding('shape-mismatch', pointer, { message })];
  });
  return [...ofFacts, ...ofAnchors];
}
