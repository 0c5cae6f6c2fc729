import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';
import type { Operand } from './operands.ts';
import type { Located } from './parts.ts';
import { valuesOf } from './values.ts';

function empty(rules: Rules, { part: { value, span }, pointer }: Located<Operand>): Finding[] {
  if (span === undefined) return [];
  if (value === 0)
    return [finding('empty-window', pointer, { message: 'a length of `0` leaves no day to look at' })];
  if (typeof value !== 'object' || valuesOf(rules, value.parameter).every((one) => one.value !== 0))
    return [];
  const message = `parameter ${quote(value.parameter)} can be \`0\`, a length that leaves no day to look at`;
  return [finding('empty-window', `${pointer}/parameter`, { message })];
}

function written({ part: { value }, pointer }: Located<Operand>): Finding[] {
  if (typeof value !== 'number' || value === 0 || value === 1) return [];
  const message = `\`${value}\` is written in a rule, and a number belongs in a parameter with its source`;
  return [finding('literal-number', pointer, { message })];
}

/** Lengths of 0, and numbers that no source vouches for. */
export function checkNumbers(rules: Rules, operands: readonly Located<Operand>[]): Finding[] {
  return operands.flatMap((operand) => [...empty(rules, operand), ...written(operand)]);
}
