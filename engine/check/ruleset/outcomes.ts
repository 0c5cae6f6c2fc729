import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';

/** An outcome is one condition or several parts. */
export function checkOutcomes({ ruleset }: Rules): Finding[] {
  return ruleset.outcomes.flatMap(({ when, parts }, at) => {
    const pointer = `/outcomes/${at}`;
    if (when === undefined && parts === undefined) {
      return [finding('no-when', pointer, { message: 'an outcome needs either `when` or `parts`' })];
    }
    if (when === undefined || parts === undefined) return [];
    return [
      finding('when-and-parts', pointer, { message: 'an outcome has either `when` or `parts`, not both' }),
    ];
  });
}
