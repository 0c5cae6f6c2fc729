import type { Condition } from '../../engine/document/condition.ts';
import { placesOf } from '../../engine/document/places.ts';
import type { Judgement, Ruleset } from '../../engine/index.ts';
import type { ReferenceJudgement } from './judge.ts';
import { parametersIn } from './parameters.ts';

/** One thing that the engine and the reference say differently. */
export interface Difference {
  /** A place, or an amount such as `payment-1 duePence`. */
  readonly of: string;
  readonly engine: unknown;
  readonly reference: unknown;
}

const amounts = ['duePence', 'possiblePence', 'alreadyClaimedPence'] as const;

function flat(
  judged: Pick<ReferenceJudgement, 'payments' | 'totalDuePence' | 'totalPossiblePence' | 'route'>,
) {
  const paid = judged.payments.flatMap((payment) =>
    amounts.map((amount): [string, unknown] => [`${payment.id} ${amount}`, payment[amount]]),
  );
  return [
    ...paid,
    ['total due', judged.totalDuePence],
    ['total possible', judged.totalPossiblePence],
    ['route', judged.route],
  ] as const;
}

/** Everything the two judgements disagree on; a place that only one of them has is a difference too. */
export function differences(judgement: Judgement, reference: ReferenceJudgement): Difference[] {
  const { payments, totalDuePence, totalPossiblePence, eligibility, trace } = judgement;
  const amountsOf = { payments, totalDuePence, totalPossiblePence, route: eligibility.route };
  const engine = new Map<string, unknown>([...Object.entries(trace?.verdicts ?? {}), ...flat(amountsOf)]);
  const expected = new Map<string, unknown>([...Object.entries(reference.verdicts), ...flat(reference)]);
  const names = new Set([...engine.keys(), ...expected.keys()]);
  return [...names]
    .filter((name) => engine.get(name) !== expected.get(name))
    .map((of) => ({ of, engine: engine.get(of), reference: expected.get(of) }));
}

function isCompared(node: Condition): node is Extract<Condition, { fact: unknown }> {
  return 'fact' in node;
}

/** What a reader needs of the ruleset to judge one difference by hand: the place, its fact, and their parameters. */
export function excerpt(ruleset: Ruleset, { of }: Difference): unknown {
  const id = of.split('@')[0] ?? of;
  const place = placesOf(ruleset).find((other) => other.id === id);
  const owner = place?.owner.id ?? id.split(' ')[0];
  const owned = [
    ...ruleset.criteria,
    ...ruleset.eligibility.routes,
    ...ruleset.outcomes,
    ...ruleset.payments,
  ];
  const shown = place?.condition ?? owned.find((other) => other.id === owner);
  const fact = place && isCompared(place.condition) ? ruleset.facts[place.condition.fact] : undefined;
  const names = new Set(parametersIn([shown, fact, ruleset.pots]));
  return {
    shown,
    owner,
    ...(place?.range && { range: place.range }),
    ...(fact && { fact }),
    monthEnd: ruleset.monthEnd,
    leapBirthday: ruleset.leapBirthday,
    zeroBaseline: ruleset.zeroBaseline,
    parameters: Object.fromEntries([...names].map((name) => [name, ruleset.parameters[name]])),
    ...(shown && 'amount' in shown && { pots: ruleset.pots }),
  };
}
