import { decideWithFacts, type Family } from '../../engine/index.ts';
import { evaluate } from '../../engine/decide/evaluate.ts';
import type { Run } from '../../engine/decide/run.ts';
import { translate, type PlainRules } from '../../engine/second-opinion.ts';
import type { Load } from './families.ts';

/** One family whose facts are measured: what is left to do is to fold them. */
export interface Measured {
  readonly plain: PlainRules;
  /** Folds the facts again and gives the verdict bytes of every node. */
  readonly fold: () => Uint8Array;
}

/** Measures a family once, by the engine and for the public engines alike. */
export function measured({ compiled, asOf }: Load, family: Family): Measured {
  const { computed } = decideWithFacts(compiled, family, { asOf, trace: 'none' });
  const { run } = evaluate(compiled, family, { asOf });
  const again = (): Run => ({ ...run, bytes: new Uint8Array(run.bytes.length), overridden: new Map() });
  return {
    plain: translate(compiled.ruleset, computed),
    fold: () => {
      const next = again();
      compiled.judgeAll(next);
      return next.bytes;
    },
  };
}
