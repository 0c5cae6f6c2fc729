import type { Condition } from '../document/condition.ts';
import type { Ruleset } from '../document/ruleset.ts';

/** One thing with a verdict of its own, and the conditions it rests on. */
export interface Rule {
  /** Its id; a part's is `outcome.part`. */
  readonly id: string;
  readonly appliesWhen: Condition | undefined;
  readonly when: Condition | undefined;
  /** Ids of others it rests on: an outcome's parts, a payment's eligibility. */
  readonly restsOn: readonly string[];
}

/** Every criterion, route, outcome, part and payment of a ruleset, in the document's order. */
export function rulesOf(ruleset: Ruleset): Rule[] {
  const plain = (it: {
    id: string;
    appliesWhen?: Condition | undefined;
    when?: Condition | undefined;
  }): Rule => ({
    id: it.id,
    appliesWhen: it.appliesWhen,
    when: it.when,
    restsOn: [],
  });
  const routes = ruleset.eligibility.routes.map(({ id }) => id);
  return [
    ...ruleset.criteria.map(plain),
    ...ruleset.eligibility.routes.map(plain),
    ...ruleset.outcomes.flatMap((outcome): Rule[] => {
      const parts = (outcome.parts ?? []).map((part) => plain({ ...part, id: `${outcome.id}.${part.id}` }));
      return [...parts, { ...plain(outcome), restsOn: parts.map(({ id }) => id) }];
    }),
    ...ruleset.payments.map((payment): Rule => ({ ...plain(payment), restsOn: routes })),
  ];
}
