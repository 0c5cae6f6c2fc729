type Value = number | boolean | string | readonly string[];

/** One comparison as the public engine reads it. */
interface Comparison {
  readonly fact: string;
  readonly operator: string;
  readonly value: Value;
}

/** What may stand at the top of a rule. */
export type Group = { readonly all: Test[] } | { readonly any: Test[] } | { readonly not: Test };

/** A condition as the public engine reads it: plain JSON. */
export type Test = Comparison | Group;

/** A condition, or a constant: the public engine never sees an empty `any`, which it would hold true. */
export type Logic = boolean | Test;

function tests(parts: readonly Logic[]): Test[] {
  return parts.filter((part) => typeof part !== 'boolean');
}

export function all(parts: readonly Logic[]): Logic {
  if (parts.includes(false)) return false;
  const rest = tests(parts);
  return rest.length > 1 ? { all: rest } : (rest[0] ?? true);
}

export function any(parts: readonly Logic[]): Logic {
  if (parts.includes(true)) return true;
  const rest = tests(parts);
  return rest.length > 1 ? { any: rest } : (rest[0] ?? false);
}

export function not(part: Logic): Logic {
  return typeof part === 'boolean' ? !part : { not: part };
}

/** A fact that holds a verdict, and the verdicts that it may come to hold. */
export interface Node {
  readonly fact: string;
  readonly may: ReadonlySet<string>;
}

/** Whether a node is one of these; false where it can be none of them. */
export function said(node: Node, ...verdicts: readonly string[]): Logic {
  const possible = verdicts.filter((verdict) => node.may.has(verdict));
  return possible.length > 0 && among(node.fact, possible);
}

export function is(fact: string, value: string | boolean): Test {
  return { fact, operator: 'equal', value };
}

function among(fact: string, values: readonly string[]): Test {
  const [only, ...more] = values;
  return more.length === 0 && only !== undefined ? is(fact, only) : { fact, operator: 'in', value: values };
}

/** Names of all facts that a condition reads. */
export function* factsIn(test: Test): Generator<string> {
  if ('fact' in test) yield test.fact;
  else if ('not' in test) yield* factsIn(test.not);
  else for (const part of 'all' in test ? test.all : test.any) yield* factsIn(part);
}
