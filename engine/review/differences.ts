import type { Judgement, MissingDatum, Reason } from '../decide/decision.ts';
import type { Expectation } from '../document/cases.ts';
import { step } from '../pointer.ts';
import type { Verdict } from '../verdict.ts';

/** One thing a case expects that the judgement does not say. */
export interface Difference {
  /** JSON Pointer into the case's `expect`. */
  readonly path: string;
  readonly expected: unknown;
  /** Null where the judgement has nothing of that name. */
  readonly actual: unknown;
}

interface Named {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

function partsOf(judgement: Judgement): Named[] {
  return judgement.outcomes.flatMap(({ id, parts }) =>
    parts.map((part) => ({ ...part, id: `${id}.${part.id}` })),
  );
}

/** Compares the values listed under one key of `expect` with those of the same names. */
function listed(
  path: string,
  expected: Readonly<Record<string, unknown>> | undefined,
  actual: ReadonlyMap<string, unknown>,
): Difference[] {
  return Object.entries(expected ?? {})
    .filter(([id, value]) => value !== actual.get(id))
    .map(([id, value]) => ({ path: step(path, id), expected: value, actual: actual.get(id) ?? null }));
}

function verdictsOf(named: readonly Named[]): Map<string, Verdict> {
  return new Map(named.map(({ id, verdict }) => [id, verdict]));
}

function payments(expect: Expectation, judgement: Judgement): Difference[] {
  return Object.entries(expect.payments ?? {}).flatMap(([id, expected]) => {
    const payment = judgement.payments.find((one) => one.id === id);
    return listed(step('/payments', id), expected, new Map(Object.entries(payment ?? {})));
  });
}

function reasons(expect: Expectation, judgement: Judgement): Difference[] {
  const all: Pick<Named, 'id' | 'reasons'>[] = [
    ...judgement.criteria,
    ...judgement.eligibility.routes,
    ...judgement.outcomes,
    ...partsOf(judgement),
    ...judgement.payments,
  ];
  return Object.entries(expect.reasons ?? {}).flatMap(([id, expected]) => {
    const codes = all.filter((one) => one.id === id).flatMap((one) => one.reasons.map(({ code }) => code));
    const actual = [...new Set(codes)];
    return expected.every((code) => actual.includes(code))
      ? []
      : [{ path: step('/reasons', id), expected, actual }];
  });
}

type ExpectedMissing = NonNullable<Expectation['missing']>[number];

/** Terms are all to be named, in any order; every other key is to be the same. */
function names(datum: MissingDatum, wanted: ExpectedMissing): boolean {
  const { terms, ...rest } = wanted;
  const actual = new Map<string, unknown>(Object.entries(datum));
  return (
    Object.entries(rest).every(([key, value]) => value === actual.get(key)) &&
    (terms ?? []).every((term) => datum.terms?.includes(term))
  );
}

function missing(expect: Expectation, judgement: Judgement): Difference[] {
  const expected = expect.missing;
  if (expected === undefined) return [];
  const actual = judgement.missing;
  if (expected.length === 0) return actual.length === 0 ? [] : [{ path: '/missing', expected, actual }];
  return expected.flatMap((wanted, at) =>
    actual.some((datum) => names(datum, wanted))
      ? []
      : [{ path: step('/missing', at), expected: wanted, actual }],
  );
}

function totals(expect: Expectation, judgement: Judgement): Difference[] {
  const { eligibility, route, totalDuePence, totalPossiblePence } = expect;
  const expected = Object.entries({ eligibility, route, totalDuePence, totalPossiblePence });
  const asked = Object.fromEntries(expected.filter(([, value]) => value !== undefined));
  const actual = new Map<string, unknown>([
    ['eligibility', judgement.eligibility.verdict],
    ['route', judgement.eligibility.route],
    ['totalDuePence', judgement.totalDuePence],
    ['totalPossiblePence', judgement.totalPossiblePence],
  ]);
  return listed('', asked, actual);
}

/** Every place where a judgement, traced at least in summary, is not what is expected. Only what is named is compared. */
export function differences(expect: Expectation, judgement: Judgement): Difference[] {
  const nodes = new Map(Object.entries(judgement.trace?.verdicts ?? {}));
  return [
    ...listed('/criteria', expect.criteria, verdictsOf(judgement.criteria)),
    ...totals(expect, judgement),
    ...listed('/routes', expect.routes, verdictsOf(judgement.eligibility.routes)),
    ...listed('/outcomes', expect.outcomes, verdictsOf(judgement.outcomes)),
    ...listed('/parts', expect.parts, verdictsOf(partsOf(judgement))),
    ...payments(expect, judgement),
    ...listed('/nodes', expect.nodes, nodes),
    ...reasons(expect, judgement),
    ...missing(expect, judgement),
  ];
}
