import type { Fact } from '../../document/fact.ts';
import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import { entry, type Context } from './context.ts';
import { measureOf, measures, recordsOf } from './measure.ts';
import { anchoredTypes, factsOf } from './parts.ts';

function each(fact: Fact, pointer: string): Finding[] {
  const measure = measureOf(fact);
  const takes = measures[measure].each;
  if (takes === 'always' && fact.each === undefined) {
    const message = `${quote(measure)} is of one member at a time, and needs \`each\``;
    return [finding('each-missing', pointer, { message })];
  }
  if (takes === 'never' && fact.each !== undefined) {
    const message = `${quote(measure)} is of the family, and takes no \`each\``;
    return [finding('each-not-allowed', `${pointer}/each`, { message })];
  }
  if (!('by' in fact) || fact.by === undefined || fact.each === undefined) return [];
  const message =
    '`by` chooses whose records count for the family, and `each` already takes one member at a time';
  return [finding('by-and-each', `${pointer}/by`, { message })];
}

function nobody(type: string, key: string, pointer: string): Finding {
  const message = `records of ${quote(type)} never name a member, which ${quote(key)} needs`;
  return finding('no-member', pointer, { message });
}

function namesNobody({ vocabulary }: Context, type: string): boolean {
  return entry(vocabulary.recordTypes, type)?.member === 'none';
}

/** Whether facts ask for members where there are some, and only there. */
export function checkMembers(context: Context): Finding[] {
  const ofFacts = factsOf(context).flatMap(({ part: fact, pointer }) => {
    const records = recordsOf(fact);
    const found = each(fact, pointer);
    if (records === undefined || !namesNobody(context, records.type)) return found;
    const asking = (['each', 'by', 'aged'] as const).filter((key) => Object.hasOwn(fact, key));
    return [...found, ...asking.map((key) => nobody(records.type, key, `${pointer}/${key}`))];
  });
  const ofAnchors = anchoredTypes(context).flatMap(({ part: { type }, pointer, within }) => {
    const fact = within.kind === 'fact' ? entry(context.ruleset.facts, within.id) : undefined;
    return fact?.each !== undefined && namesNobody(context, type) ? [nobody(type, 'each', pointer)] : [];
  });
  return [...ofFacts, ...ofAnchors];
}
