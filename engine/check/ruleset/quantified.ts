import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import { entry, type Rules } from './context.ts';
import { measureOf, measures } from './measure.ts';

/** Facts of one member, compared where no member is looked at. A fact of the family may stand anywhere. */
export function checkQuantified({ ruleset, places }: Rules): Finding[] {
  return places.flatMap(({ condition, pointer, quantified }) => {
    if (quantified || !('fact' in condition)) return [];
    const fact = entry(ruleset.facts, condition.fact);
    if (fact?.each === undefined || measures[measureOf(fact)].each === 'never') return [];
    const message = `${quote(condition.fact)} is of one member at a time, and can only be compared under \`some\` or \`every\``;
    return [finding('member-fact-outside-quantifier', `${pointer}/fact`, { message })];
  });
}
