import { factOf } from '../names.ts';
import type { Rules } from '../rules.ts';
import { idOf, listOf, memberOf, textOf, valueAt } from '../value.ts';
import { conditionKindOf, conditionKinds } from './condition-kinds.ts';

const labelOf = (value: unknown) => textOf(memberOf(value, 'label'));

/** What a condition is about, in a few words, while the rules cannot be put in words in full. */
export function plainWords(rules: Pick<Rules, 'document'>, condition: unknown): string {
  const kind = conditionKindOf(condition);
  if (kind === undefined) return 'Something that is no condition';
  const document = rules.document();
  const named = (key: string) => textOf(memberOf(condition, key));
  if (kind === 'comparison') return `“${labelOf(factOf(rules, named('fact'))) || named('fact')}” is compared`;
  if (kind === 'setting') {
    const label = labelOf(valueAt(document, ['parameters', named('parameter')]));
    return `“${label || named('parameter')}” is set so`;
  }
  if (kind === 'reference') {
    const judged = [...listOf(memberOf(document, 'criteria')), ...listOf(memberOf(document, 'outcomes'))];
    const found = judged.find((one) => idOf(one) === named('condition'));
    return `“${labelOf(found) || named('condition')}” is met`;
  }
  return conditionKinds[kind].inside?.plainly ?? conditionKinds[kind].word;
}
