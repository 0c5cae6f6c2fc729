import type { Comparison, Setting } from '../../document/condition.ts';
import { parameter, type Unit } from '../../document/parameter.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { either, finding, type Finding } from '../finding.ts';
import { misfits } from '../form/misfits.ts';
import { typeOf, typeWords, type JsonType } from '../form/words.ts';
import { entry, type Rules } from './context.ts';
import { measureOf, measures, operatorsOf } from './measure.ts';

function typeOfUnit(unit: Unit): JsonType {
  if (unit === 'yes-no') return 'yes-no';
  return unit === 'choice' || unit === 'day' ? 'text' : 'number';
}

/** What a parameter of each unit may hold. */
const valueOfUnit = new Map(
  parameter.options.flatMap(({ shape }) => shape.unit.options.map((unit) => [unit, shape.value] as const)),
);

/** A value written in a rule is held to the same bounds as a parameter's of that unit. */
function written(
  value: number | boolean | string,
  unit: Unit,
  place: { pointer: string; what: string },
): Finding[] {
  const { pointer, what } = place;
  const type = typeOfUnit(unit);
  if (typeOf(value) !== type) {
    const message = `${typeWords[typeOf(value)]} is compared with ${what}, which is ${typeWords[type]}`;
    return [finding('type-mismatch', pointer, { message })];
  }
  const schema = valueOfUnit.get(unit);
  return schema === undefined ? [] : misfits(schema, value, pointer);
}

function unsuited(
  operator: string,
  operators: readonly string[],
  place: { pointer: string; what: string },
): Finding[] {
  if (operators.includes(operator)) return [];
  const { pointer, what } = place;
  const needs = operators.length === 0 ? 'which cannot be compared' : `which takes ${either(operators)}`;
  return [
    finding('operator-not-allowed', `${pointer}/operator`, {
      message: `${quote(operator)} does not suit ${what}, ${needs}`,
    }),
  ];
}

function ofFact({ ruleset }: Rules, { fact: id, operator, value }: Comparison, pointer: string): Finding[] {
  const fact = entry(ruleset.facts, id);
  if (fact === undefined) return [];
  const { operators, units } = measures[measureOf(fact)];
  const what = `fact ${quote(id)}`;
  const values =
    typeof value === 'object' ? [] : written(value, units[0], { pointer: `${pointer}/value`, what });
  return [...unsuited(operator, operators, { pointer, what }), ...values];
}

function ofSetting(
  { ruleset }: Rules,
  { parameter: id, operator, value }: Setting,
  pointer: string,
): Finding[] {
  const held = entry(ruleset.parameters, id);
  if (held === undefined) return [];
  const what = `parameter ${quote(id)}`;
  const operators = unsuited(operator, operatorsOf(held.unit), { pointer, what });
  if (operatorsOf(held.unit).length === 0) return operators;
  if (!('choices' in held) || typeof value !== 'string') {
    return [...operators, ...written(value, held.unit, { pointer: `${pointer}/value`, what })];
  }
  if (held.choices.includes(value)) return operators;
  const message = `${quote(value)} is not among the choices ${either(held.choices)}`;
  const suggestion = near(value, () => held.choices);
  return [...operators, finding('not-a-choice', `${pointer}/value`, { message, suggestion })];
}

/** Operators and written values that suit what they are compared with. */
export function checkComparisons(rules: Rules): Finding[] {
  return rules.places.flatMap(({ condition, pointer }) => {
    if ('fact' in condition) return ofFact(rules, condition, pointer);
    return 'parameter' in condition ? ofSetting(rules, condition, pointer) : [];
  });
}
