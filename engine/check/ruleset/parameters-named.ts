import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { either, finding, type Finding } from '../finding.ts';
import { entry, type Rules } from './context.ts';
import { parametersUsed, type Operand, type Used } from './operands.ts';
import type { Located } from './parts.ts';

function misused({ ruleset }: Rules, { parameter: id, pointer, operand }: Used): Finding[] {
  const parameter = entry(ruleset.parameters, id);
  if (parameter === undefined) {
    const suggestion = near(id, () => Object.keys(ruleset.parameters));
    return [
      finding('unknown-parameter', pointer, { message: `no parameter is named ${quote(id)}`, suggestion }),
    ];
  }
  if (!operand.units.includes(parameter.unit)) {
    const message = `parameter ${quote(id)} has the unit ${quote(parameter.unit)} where ${either(operand.units)} is needed`;
    return [finding('unit-mismatch', pointer, { message })];
  }
  const { words } = operand;
  if (words === undefined || !('choices' in parameter)) return [];
  return parameter.choices.flatMap((choice, at) => {
    if (words.includes(choice)) return [];
    const message = `${quote(choice)} is not one of ${either(words)}, the choices that can be made here`;
    const place = `${step('/parameters', id)}/choices/${at}`;
    return [finding('not-allowed', place, { message, suggestion: near(choice, () => words) })];
  });
}

/** Parameters named in rules: declared, and of the unit that the place needs. Warns of declared ones that nothing names. */
export function checkParametersNamed(rules: Rules, operands: readonly Located<Operand>[]): Finding[] {
  const used = parametersUsed(operands);
  const named = new Set(used.map(({ parameter }) => parameter));
  const unused = Object.keys(rules.ruleset.parameters)
    .filter((id) => !named.has(id))
    .map((id) =>
      finding('unused-parameter', step('/parameters', id), { message: `nothing uses ${quote(id)}` }),
    );
  return [...used.flatMap((use) => misused(rules, use)), ...unused];
}
