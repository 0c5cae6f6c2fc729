import { factOptions, factOf, judgedOptions, parametersOf } from '../names.ts';
import { type Unit, unitNames, unitRows } from '../parameters/units.ts';
import { heldBy } from '../parameters/value-on-day.ts';
import type { Rules } from '../rules.ts';
import { memberOf, valueAt } from '../value.ts';
import type { Option } from '../../ui/select-field.tsx';
import { conditionKinds, type ConditionKind, isOfMembers } from './condition-kinds.ts';
import { conditionId } from './condition-tree.ts';
import { isAnswer, isOfEach, measureIn, unitsOf } from './measured.ts';

export interface Wanted {
  readonly kind: ConditionKind;
  /** The fact, the criterion or outcome, or the parameter. */
  readonly of: string;
  /** The rule that it is of, whose id begins its own. */
  readonly owner: string;
}

/** What a fact is first compared with: yes, a parameter of its unit, or 1. */
export function firstComparison(rules: Rules, fact: unknown) {
  const measure = measureIn(fact);
  if (measure === undefined || isAnswer(measure)) return { operator: 'equal', value: true };
  const [parameter] = parametersOf(rules, unitsOf(measure));
  return {
    operator: 'greaterThanInclusive',
    value: parameter === undefined ? 1 : { parameter: parameter.value },
  };
}

/** What a parameter is first asked to be: what it is. */
export function firstSetting(rules: Rules, name: string) {
  const parameter = valueAt(rules.document(), ['parameters', name]);
  return { operator: 'equal', value: heldBy(parameter).at(-1)?.value };
}

/** Parameters that can be compared themselves. */
export function settingOptions(rules: Rules): readonly Option[] {
  const units: readonly Unit[] = unitNames.filter((unit) => unitRows[unit].typed !== 'kinds');
  return parametersOf(rules, units);
}

/** What a kind of condition is about, to be chosen from; where it stands among members, facts of each may be too. */
export function subjectsOf(rules: Rules, kind: ConditionKind, amongMembers: boolean): readonly Option[] {
  if (kind === 'reference') return judgedOptions(rules);
  if (kind === 'setting') return settingOptions(rules);
  if (isOfMembers(kind)) return factOptions(rules, isOfEach);
  return factOptions(rules, (fact) => amongMembers || !isOfEach(fact));
}

/** A whole condition of a kind, with nothing left to say before the rules check. */
export function freshCondition(rules: Rules, { kind, of, owner }: Wanted): unknown {
  const taken = new Set(rules.taken());
  const id = (name: string) => {
    const free = conditionId(owner, name, taken);
    taken.add(free);
    return free;
  };
  if (kind === 'reference') return { id: id(of), condition: of };
  if (kind === 'setting') return { id: id(of), parameter: of, ...firstSetting(rules, of) };
  const fact = factOf(rules, of);
  if (kind === 'comparison') return { id: id(of), fact: of, ...firstComparison(rules, fact) };
  const outer = id(conditionKinds[kind].name);
  const inner = { id: id(of), fact: of, ...firstComparison(rules, fact) };
  if (isOfMembers(kind)) {
    const role = valueAt(fact, ['each', 'role']);
    return { id: outer, [kind]: role === undefined ? {} : { role }, satisfies: inner };
  }
  if (kind === 'not') return { id: outer, not: inner };
  if (kind === 'atLeast') return { id: outer, atLeast: 1, of: [inner] };
  return { id: outer, [kind]: [inner] };
}

/** The parts of a condition that a fact of another kind would not suit. */
export function comparedWith(
  rules: Rules,
  condition: unknown,
  name: string,
): Readonly<Record<string, unknown>> {
  const before = measureIn(factOf(rules, String(memberOf(condition, 'fact'))));
  const now = measureIn(factOf(rules, name));
  const alike = before !== undefined && now !== undefined && unitsOf(before)[0] === unitsOf(now)[0];
  return alike ? { fact: name } : { fact: name, ...firstComparison(rules, factOf(rules, name)) };
}
