import { describe, expect, test } from 'vitest';
import { runCases } from '../../engine/review/cases.ts';
import { parseFamily, shippedCases, shippedRuleset, shippedRulesets } from '../builders/shipped.ts';

test('Phase 1 and Phase 2 ship', () => {
  expect(shippedRulesets).toEqual(expect.arrayContaining(['england/phase-1/1.0.0', 'england/phase-2/1.0.0']));
});

describe.for(shippedRulesets)('%s', (path) => {
  const compiled = shippedRuleset(path);
  const file = shippedCases(path);
  const results = runCases(compiled, file, parseFamily);

  test.for(results.map((result): [string, (typeof results)[number]] => [result.name, result]))(
    '%s',
    ([, result]) => {
      expect(result.findings).toEqual([]);
      expect(result.differences).toEqual([]);
    },
  );

  const { criteria, eligibility, outcomes, payments } = compiled.ruleset;
  const judged = { criteria, routes: eligibility.routes, outcomes, payments };
  const expected = file.cases.map(({ expect: wanted }) => ({
    criteria: wanted.criteria ?? {},
    routes: wanted.routes ?? {},
    outcomes: wanted.outcomes ?? {},
    payments: Object.fromEntries(
      Object.entries(wanted.payments ?? {}).map(([id, payment]) => [id, payment.verdict]),
    ),
  }));
  const kinds = ['criteria', 'routes', 'outcomes', 'payments'] as const;
  const ids = kinds.flatMap((kind) =>
    judged[kind].map(({ id }): [string, (typeof kinds)[number]] => [id, kind]),
  );

  test.for(ids)('%s is seen met, not met and unknown', ([id, kind]) => {
    const seen = new Set(expected.map((wanted) => wanted[kind][id]));
    expect([...seen]).toEqual(expect.arrayContaining(['met', 'not-met', 'unknown']));
  });
});
