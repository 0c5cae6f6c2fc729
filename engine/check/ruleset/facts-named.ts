import { step } from '../../pointer.ts';
import { quote } from '../../quote.ts';
import { near } from '../near.ts';
import { finding, type Finding } from '../finding.ts';
import type { Rules } from './context.ts';

/** Comparisons of facts that are not declared, and declared facts that nothing compares. */
export function checkFactsNamed({ ruleset, places }: Rules): Finding[] {
  const declared = Object.keys(ruleset.facts);
  const compared = places.flatMap(({ condition, pointer }) =>
    'fact' in condition ? [{ fact: condition.fact, pointer: `${pointer}/fact` }] : [],
  );
  const used = new Set(compared.map(({ fact }) => fact));
  const unknown = compared
    .filter(({ fact }) => !Object.hasOwn(ruleset.facts, fact))
    .map(({ fact, pointer }) =>
      finding('unknown-fact', pointer, {
        message: `no fact is named ${quote(fact)}`,
        suggestion: near(fact, () => declared),
      }),
    );
  const unused = declared
    .filter((fact) => !used.has(fact))
    .map((fact) =>
      finding('unused-fact', step('/facts', fact), { message: `no condition compares ${quote(fact)}` }),
    );
  return [...unknown, ...unused];
}
