import type { Deps } from './deps.ts';

/** A question that works as it stands. */
export interface Example {
  readonly ruleset: { readonly id: string; readonly version: string };
  readonly asOf: string;
  readonly family: Readonly<Record<string, unknown>>;
}

/** The example family under the first version of `phase-1`, or of the first ruleset where there is no such. */
export function exampleQuestion({
  library,
  exampleFamily,
}: Pick<Deps, 'library' | 'exampleFamily'>): Example {
  const [first] = library.rulesets.get('phase-1') ?? [...library.rulesets.values()].flat();
  if (first === undefined) throw new Error('invariant: a library holds at least one ruleset');
  const { id, version } = first.ruleset;
  return { ruleset: { id, version }, asOf: '2012-12-01', family: exampleFamily };
}
