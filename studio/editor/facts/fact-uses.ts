import { conditionKindOf } from '../conditions/condition-kinds.ts';
import { entriesOf, idOf, listOf, memberOf, textOf } from '../value.ts';

/** A rule that compares a fact. */
export interface FactUse {
  readonly id: string;
  readonly label: string;
}

function names(value: unknown, fact: string): boolean {
  if (conditionKindOf(value) === 'comparison' && memberOf(value, 'fact') === fact) return true;
  return (
    listOf(value).some((one) => names(one, fact)) || entriesOf(value).some(([, one]) => names(one, fact))
  );
}

/** The rules that compare a fact: criteria, routes, outcomes and payments, each once. */
export function factUses(document: unknown, fact: string): readonly FactUse[] {
  const rules = [
    ...listOf(memberOf(document, 'criteria')),
    ...listOf(memberOf(memberOf(document, 'eligibility'), 'routes')),
    ...listOf(memberOf(document, 'outcomes')),
    ...listOf(memberOf(document, 'payments')),
  ];
  return rules
    .filter((rule) => names(rule, fact))
    .map((rule) => ({ id: idOf(rule), label: textOf(memberOf(rule, 'label')) || idOf(rule) }));
}
