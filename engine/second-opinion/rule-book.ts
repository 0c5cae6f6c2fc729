import type { Verdict } from '../verdict.ts';
import { all, factsIn, is, not, type Group, type Logic, type Node, type Test } from './logic.ts';

/** `not-judged` is a place inside a quantifier, of a member whom the quantifier does not range over. */
export type Settled = Verdict | 'not-judged';

type FactValue = number | boolean | string;

/** A rule of the public engine: plain JSON. When it holds, the runner sets `fact` to `value` for the rules after it. */
export interface PlainRule {
  readonly name: string;
  /** Higher runs first: a rule comes after all rules whose facts it reads. */
  readonly priority: number;
  readonly conditions: Group;
  readonly event: {
    readonly type: 'settles';
    readonly params: { readonly fact: string; readonly value: FactValue };
  };
}

/** When a node is each of these; it is `unknown` when it is none. */
export type VerdictRules = Partial<Record<Exclude<Verdict, 'unknown'>, Logic>>;

interface Draft {
  readonly fact: string;
  readonly value: FactValue;
  readonly when: Test;
}

const ALWAYS = '#always';

const verdicts = ['met', 'not-met', 'not-applicable'] as const;
const anything: ReadonlySet<string> = new Set<Settled>([...verdicts, 'unknown', 'not-judged']);

/** Collects rules and the facts they start from. Names of steps begin with `#`, which no node's id does. */
export class RuleBook {
  private readonly facts = new Map<string, FactValue>([[ALWAYS, true]]);
  private readonly drafts: Draft[] = [];
  private readonly nodes = new Map<string, Node>();

  given(fact: string, value: FactValue): string {
    this.facts.set(fact, value);
    return fact;
  }

  /** A node and when it has which verdict; `judged` says whether it is judged at all. */
  node(id: string, rules: VerdictRules, judged: Logic = true): Node {
    this.given(id, 'unknown');
    const may = new Set<string>(['unknown']);
    const write = (value: Settled, when: Logic) => {
      if (when === false) return;
      may.add(value);
      this.draft(id, value, when);
    };
    for (const verdict of verdicts) write(verdict, all([judged, rules[verdict] ?? false]));
    write('not-judged', not(judged));
    const node = { fact: id, may };
    this.nodes.set(id, node);
    return node;
  }

  /** The node of this id; one that is not written yet may come to be anything. */
  at(id: string): Node {
    return this.nodes.get(id) ?? { fact: id, may: anything };
  }

  /** A condition under a name of its own, judged once however many rules read it. */
  step(name: string, when: Logic): Logic {
    if (typeof when === 'boolean') return when;
    const fact = `#${name}`;
    if (!this.facts.has(fact)) {
      this.given(fact, false);
      this.draft(fact, true, when);
    }
    return is(fact, true);
  }

  /** Every rule at its stage, and the facts that there are before any has run. */
  written(): { readonly rules: PlainRule[]; readonly facts: Record<string, FactValue> } {
    const stages = stagesOf(this.drafts);
    const last = Math.max(0, ...stages.values());
    const rules = this.drafts.map(({ fact, value, when }): PlainRule => ({
      name: `${fact} is ${String(value)}`,
      priority: last - (stages.get(fact) ?? 0) + 1,
      conditions: 'fact' in when ? { all: [when] } : when,
      event: { type: 'settles', params: { fact, value } },
    }));
    return { rules, facts: Object.fromEntries(this.facts) };
  }

  private draft(fact: string, value: FactValue, when: Exclude<Logic, false>): void {
    this.drafts.push({ fact, value, when: when === true ? is(ALWAYS, true) : when });
  }
}

/** The stage of every fact that rules settle: one after the last of those it is settled from. */
function stagesOf(drafts: readonly Draft[]): Map<string, number> {
  const reads = new Map<string, Set<string>>(drafts.map(({ fact }) => [fact, new Set()]));
  for (const { fact, when } of drafts) {
    for (const read of factsIn(when)) if (reads.has(read)) reads.get(fact)?.add(read);
  }
  const stages = new Map<string, number>();
  const waiting = [...reads.keys()];
  // because a chain may be longer than a call stack is deep
  for (let fact = waiting.pop(); fact !== undefined; fact = waiting.pop()) {
    const read = [...(reads.get(fact) ?? [])];
    const before = read.filter((other) => !stages.has(other));
    if (before.length > 0) waiting.push(fact, ...before);
    else stages.set(fact, 1 + Math.max(-1, ...read.map((other) => stages.get(other) ?? 0)));
  }
  return stages;
}
