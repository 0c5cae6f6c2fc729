import type { NumberValue } from '../../document/parameter.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';
import { agesOf } from './parts.ts';
import { valuesOf } from './values.ts';

function numbers(rules: Rules, bound: NumberValue): number[] {
  if (typeof bound === 'number') return [bound];
  return valuesOf(rules, bound.parameter).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

/** Age ranges in which no age lies, whatever the parameters are. */
export function checkAges(rules: Rules): Finding[] {
  return agesOf(rules).flatMap(({ part: { from, below }, pointer }) => {
    if (from === undefined || below === undefined) return [];
    const youngest = Math.min(...numbers(rules, from));
    const oldest = Math.max(...numbers(rules, below));
    if (youngest < oldest || !Number.isFinite(youngest) || !Number.isFinite(oldest)) return [];
    const message = `no age is at least \`${youngest}\` and below \`${oldest}\``;
    return [finding('empty-ages', pointer, { message })];
  });
}
