import { Engine, Fact } from 'json-rules-engine';
import type { Ruleset } from './document/ruleset.ts';
import type { Computed } from './second-opinion/computed.ts';
import { translate, type PlainRules } from './second-opinion/translate.ts';
import type { Verdict } from './verdict.ts';

export { translate, type PlainRules } from './second-opinion/translate.ts';

/** `not-judged` is a place inside a quantifier, of a member whom it does not range over; `several` is more than one verdict. */
export type Said = Verdict | 'not-judged' | 'several';

/** A node of which the two engines do not say the same. */
export interface Disagreement {
  /** An id, or `id@member`. */
  readonly node: string;
  readonly engine: Said;
  readonly secondOpinion: Said;
}

export interface Opinion {
  readonly agree: boolean;
  readonly differences: readonly Disagreement[];
  /** Nodes of which there is no second opinion: a cap over more members than are written out. */
  readonly taken: readonly string[];
}

type Value = PlainRules['facts'][string];

/** A fact that is read as it is: the public engine hashes a fact's name only to cache what it would have to compute. */
function constant(name: string, value: Value): Fact<Value> {
  return new Fact(name, value, { cache: false });
}

function isNode(fact: string): boolean {
  return !fact.startsWith('#') || fact.startsWith('#own ');
}

/** What the public engine makes of plain rules: the value of every node. */
async function judged({ rules, facts }: PlainRules): Promise<Map<string, Value>> {
  const engine = new Engine([...rules]);
  const found = new Map(Object.entries(facts).filter(([fact]) => isNode(fact)));
  const settled = new Set<string>();
  engine.on<{ fact: string; value: Value }>('settles', ({ fact, value }, almanac) => {
    almanac.addFact(constant(fact, value));
    if (!isNode(fact)) return;
    found.set(fact, settled.has(fact) ? 'several' : value);
    settled.add(fact);
  });
  await engine.run(
    Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, constant(fact, value)])),
  );
  return found;
}

const saids: readonly Said[] = ['met', 'not-met', 'unknown', 'not-applicable', 'several'];

/** Lets the public engine judge plain rules and compares it with what they say this engine made of the same, node by node. */
export async function judge(plain: PlainRules): Promise<Opinion> {
  const found = await judged(plain);
  const engine = new Map<string, Said>(Object.entries(plain.expected));
  const differences = [...new Set([...engine.keys(), ...found.keys()])]
    .map((node): Disagreement => {
      const secondOpinion = saids.find((said) => said === found.get(node)) ?? 'not-judged';
      return { node, engine: engine.get(node) ?? 'not-judged', secondOpinion };
    })
    .filter((it) => it.engine !== it.secondOpinion);
  return { agree: differences.length === 0, differences, taken: plain.taken };
}

/**
 * A second opinion on one decision: the public json-rules-engine folds the same facts, node by node. `computed` comes
 * from `decideWithFacts`; `differences` is empty where the two engines agree.
 */
export function secondOpinion(ruleset: Ruleset, computed: Computed): Promise<Opinion> {
  return judge(translate(ruleset, computed));
}
