import type { PlainRules } from '../../engine/second-opinion.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One condition of a plain rule, whichever library judges it. */
export type Logic =
  | { readonly all: readonly Logic[] }
  | { readonly any: readonly Logic[] }
  | { readonly not: Logic }
  | { readonly fact: string; readonly operator: string; readonly value: Json };

/** A node and what must hold for each verdict it can have, in the order in which nodes are judged. */
export interface PlainNode {
  readonly node: string;
  readonly verdicts: readonly { readonly verdict: string | number | boolean; readonly when: Logic }[];
  /** Whether it has a value before anything is judged. */
  readonly given: boolean;
}

interface Written {
  readonly priority?: number;
  readonly conditions: unknown;
  readonly event: { readonly params?: unknown };
}

/** The rules of one family gathered by node, first things first. */
export function nodesOf({ rules, facts }: PlainRules): PlainNode[] {
  const written = JSON.parse(JSON.stringify(rules)) as Written[];
  const inOrder = written.toSorted((a, b) => (b.priority ?? 1) - (a.priority ?? 1));
  const nodes = new Map<string, { verdict: string | number | boolean; when: Logic }[]>();
  for (const { conditions, event } of inOrder) {
    const { fact, value } = event.params as { fact: string; value: string | number | boolean };
    const verdicts = nodes.get(fact) ?? [];
    verdicts.push({ verdict: value, when: conditions as Logic });
    nodes.set(fact, verdicts);
  }
  return [...nodes].map(([node, verdicts]) => ({ node, verdicts, given: node in facts }));
}

/** Names that any expression language can take: `v0`, `v1` … */
export class Names {
  private readonly names = new Map<string, string>();

  of(fact: string): string {
    const name = this.names.get(fact) ?? `v${String(this.names.size)}`;
    this.names.set(fact, name);
    return name;
  }
}

const operators: Readonly<Record<string, string>> = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

function operatorOf(name: string): string {
  const operator = operators[name];
  if (operator === undefined) throw new Error(`no operator ${name}`);
  return operator;
}

/** As JsonLogic. */
export function asJsonLogic(logic: Logic, names: Names): object {
  if ('all' in logic) return { and: logic.all.map((one) => asJsonLogic(one, names)) };
  if ('any' in logic) return { or: logic.any.map((one) => asJsonLogic(one, names)) };
  if ('not' in logic) return { '!': [asJsonLogic(logic.not, names)] };
  const { fact, operator, value } = logic;
  // because its loose equality throws where one side is no number
  const strictly = { equal: '===', notEqual: '!==' }[operator] ?? operatorOf(operator);
  return { [strictly]: [{ var: names.of(fact) }, value] };
}

/** As an expression of zen; what was judged before in the same node is under `$`. */
export function asZen(logic: Logic, names: Names, judged: ReadonlySet<string>): string {
  const all = (parts: readonly Logic[], word: string) =>
    `(${parts.map((one) => asZen(one, names, judged)).join(` ${word} `)})`;
  if ('all' in logic) return all(logic.all, 'and');
  if ('any' in logic) return all(logic.any, 'or');
  if ('not' in logic) return `not ${asZen(logic.not, names, judged)}`;
  const { fact, operator, value } = logic;
  const name = judged.has(fact) ? `$.${names.of(fact)}` : names.of(fact);
  return `(${name} ${operatorOf(operator)} ${JSON.stringify(value)})`;
}
