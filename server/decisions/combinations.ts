import { type Verdict, verdictsOnly } from '../../engine/index.ts';
import type { KeptDecision } from './find.ts';

/** Decisions of one version whose criteria came out alike. */
export interface Combination {
  readonly ruleset: { readonly id: string; readonly version: string; readonly hash: string };
  /** Every criterion of the version, in its order. */
  readonly criteria: readonly { readonly id: string; readonly verdict: Verdict }[];
  readonly decisions: number;
  /** How many of them are of each verdict of eligibility. */
  readonly eligibility: Readonly<Record<Verdict, number>>;
  readonly duePence: number;
  readonly possiblePence: number;
}

type Mutable = { -readonly [Key in keyof Combination]: Combination[Key] } & {
  eligibility: Record<Verdict, number>;
};

/** Counts which verdicts of criteria come together: by version, the most frequent first. */
export function createCombinations() {
  const found = new Map<string, Mutable>();
  return {
    add: (kept: KeptDecision): void => {
      const { criteria, eligibility, totalDuePence, totalPossiblePence } = verdictsOnly.parse(
        JSON.parse(kept.answer),
      );
      const name = `${kept.versionHash} ${criteria.map(({ verdict }) => verdict).join(' ')}`;
      const one: Mutable = found.get(name) ?? {
        ruleset: { id: kept.ruleset, version: kept.version, hash: kept.versionHash },
        criteria: criteria.map(({ id, verdict }) => ({ id, verdict })),
        decisions: 0,
        eligibility: { met: 0, 'not-met': 0, unknown: 0, 'not-applicable': 0 },
        ...{ duePence: 0, possiblePence: 0 },
      };
      found.set(name, one);
      one.decisions += 1;
      one.eligibility[eligibility.verdict] += 1;
      one.duePence += totalDuePence;
      one.possiblePence += totalPossiblePence;
    },
    all: (): readonly Combination[] =>
      [...found.entries()]
        .sort(([name, one], [other, two]) => two.decisions - one.decisions || (name < other ? -1 : 1))
        .map(([, one]) => one),
  };
}
