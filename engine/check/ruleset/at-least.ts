import { quote } from '../../quote.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';
import { valuesOf } from './values.ts';

/** `atLeast n of`, where n is from 1 to the number of conditions on every day. */
export function checkAtLeast(rules: Rules): Finding[] {
  return rules.places.flatMap(({ condition, pointer }) => {
    if (!('atLeast' in condition)) return [];
    const { atLeast, of } = condition;
    const asked =
      typeof atLeast === 'number' ? [atLeast] : valuesOf(rules, atLeast.parameter).map(({ value }) => value);
    const wrong = asked
      .filter((value) => typeof value === 'number')
      .find((value) => value < 1 || value > of.length);
    if (wrong === undefined) return [];
    const where = of.length === 1 ? 'there is `1` condition' : `there are \`${of.length}\` conditions`;
    const who =
      typeof atLeast === 'number' ? '`atLeast` asks for' : `parameter ${quote(atLeast.parameter)} can be`;
    const place = typeof atLeast === 'number' ? `${pointer}/atLeast` : `${pointer}/atLeast/parameter`;
    return [finding('at-least-out-of-range', place, { message: `${who} \`${wrong}\`, and ${where}` })];
  });
}
