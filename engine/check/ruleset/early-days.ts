import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import { entry, type Rules } from './context.ts';
import { parametersUsed, type Operand } from './operands.ts';
import type { Located } from './parts.ts';

/** The first criterion that can need each parameter: in its own places, or through a fact that it compares. */
function neededBy(rules: Rules, operands: readonly Located<Operand>[]): Map<string, string> {
  const criterionOf = new Map<string, string>();
  for (const { condition, owner } of rules.places) {
    if (owner.kind !== 'criterion' || !('fact' in condition) || criterionOf.has(condition.fact)) continue;
    criterionOf.set(condition.fact, owner.id);
  }
  const needed = new Map<string, string>();
  for (const { parameter, within } of parametersUsed(operands)) {
    const criterion =
      within.kind === 'criterion'
        ? within.id
        : within.kind === 'fact'
          ? criterionOf.get(within.id)
          : undefined;
    if (criterion !== undefined && !needed.has(parameter)) needed.set(parameter, criterion);
  }
  return needed;
}

/** Warns where a criterion can be judged on a day before a parameter's first value: it is `unknown` then. */
export function checkEarlyDays(rules: Rules, operands: readonly Located<Operand>[]): Finding[] {
  return [...neededBy(rules, operands)].flatMap(([id, criterion]) => {
    const first = entry(rules.ruleset.parameters, id)?.values?.[0];
    if (first === undefined) return [];
    const message = `${quote(id)} has no value before ${quote(first.from)}, and criterion ${quote(criterion)} is unknown without one`;
    return [finding('no-value-before', `${step('/parameters', id)}/values/0/from`, { message })];
  });
}
