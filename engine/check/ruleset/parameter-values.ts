import type { Parameter } from '../../document/parameter.ts';
import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { either, finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';
import { valuesOf } from './values.ts';

function howMany({ value, values }: Parameter, pointer: string): Finding[] {
  if (value === undefined && values === undefined) {
    return [finding('no-value', pointer, { message: 'a parameter needs either `value` or `values`' })];
  }
  if (value === undefined || values === undefined) return [];
  return [
    finding('value-and-values', pointer, { message: 'a parameter has either `value` or `values`, not both' }),
  ];
}

/** Days of one form order as texts. */
function spans({ values = [] }: Parameter, pointer: string): Finding[] {
  return values.flatMap(({ from, to }, at) => {
    const place = `${pointer}/values/${at}`;
    const next = values[at + 1];
    const found: Finding[] = [];
    if (next !== undefined && next.from <= from) {
      const message = `the value from ${quote(next.from)} is listed after the one from ${quote(from)}`;
      found.push(finding('values-out-of-order', `${pointer}/values/${at + 1}/from`, { message }));
    }
    if (to === undefined) return found;
    if (to <= from) {
      const message = `${quote(to)} is the first day outside, and not after ${quote(from)}`;
      found.push(finding('value-span', `${place}/to`, { message }));
    } else if (next !== undefined && next.from > from && to > next.from) {
      const message = `this value holds until ${quote(to)}, and the next one begins on ${quote(next.from)}`;
      found.push(finding('value-span', `${place}/to`, { message }));
    }
    return found;
  });
}

function choices(rules: Rules, parameter: Parameter, id: string): Finding[] {
  if (!('choices' in parameter)) return [];
  return valuesOf(rules, id).flatMap(({ value, pointer }) => {
    if (typeof value !== 'string' || parameter.choices.includes(value)) return [];
    const message = `${quote(value)} is not among the choices ${either(parameter.choices)}`;
    return [finding('not-a-choice', pointer, { message, suggestion: near(value, () => parameter.choices) })];
  });
}

/** One value or values by day, in the order of their days, none of them while another holds. */
export function checkParameterValues(rules: Rules): Finding[] {
  return Object.entries(rules.ruleset.parameters).flatMap(([id, parameter]) => {
    const pointer = step('/parameters', id);
    return [...howMany(parameter, pointer), ...spans(parameter, pointer), ...choices(rules, parameter, id)];
  });
}
