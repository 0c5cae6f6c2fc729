import type { CheckedDraft } from '../draft/checking.ts';

type Ruleset = CheckedDraft['ruleset'];

/** A rule and the cases that expect something of it. */
export interface Covered {
  readonly kind: 'criterion' | 'route' | 'outcome' | 'payment';
  readonly id: string;
  readonly label: string;
  readonly cases: number;
}

type Expectation = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Expectation =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function expectationsIn(file: unknown): Expectation[] {
  if (!isObject(file) || !Array.isArray(file.cases)) return [];
  return file.cases.flatMap((one: unknown) => (isObject(one) && isObject(one.expect) ? [one.expect] : []));
}

const lists = { criterion: 'criteria', route: 'routes', outcome: 'outcomes', payment: 'payments' } as const;

/** How many cases expect something of each rule, by its own name: of a part of an outcome, that counts for the outcome. */
export function coverageOf(ruleset: Ruleset, file: unknown): Covered[] {
  const expectations = expectationsIn(file);
  const names = (expect: Expectation, kind: Covered['kind'], id: string): boolean => {
    const under = expect[lists[kind]];
    if (isObject(under) && id in under) return true;
    if (kind === 'route') return expect.route === id;
    return (
      kind === 'outcome' &&
      isObject(expect.parts) &&
      Object.keys(expect.parts).some((one) => one.startsWith(`${id}.`))
    );
  };
  const rows = (
    kind: Covered['kind'],
    rules: readonly { readonly id: string; readonly label?: string | undefined }[],
  ) =>
    rules.map(({ id, label }) => ({
      ...{ kind, id, label: label ?? id },
      cases: expectations.filter((expect) => names(expect, kind, id)).length,
    }));
  return [
    ...rows('criterion', ruleset.criteria),
    ...rows('route', ruleset.eligibility.routes),
    ...rows('outcome', ruleset.outcomes),
    ...rows('payment', ruleset.payments),
  ];
}
