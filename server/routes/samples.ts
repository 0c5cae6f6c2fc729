import { OpenAPIHono } from '@hono/zod-openapi';
import { verdictsOnly } from '../../engine/index.ts';
import { createCombinations } from '../decisions/combinations.ts';
import type { KeptDecision } from '../decisions/find.ts';
import { createQuery } from '../decisions/query.ts';
import { riskOf } from '../decisions/risk-text.ts';
import { createSample, type Drawn } from '../decisions/sample.ts';
import type { Deps } from '../deps.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { misfits, wantedOf } from './asked-decisions.ts';
import { combinationsRoute, MOST_COMBINATIONS, MOST_DRAWN, sampleRoute } from './samples-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };

function shownDrawn({ kept, weight, ticket }: Drawn<KeptDecision>) {
  const answer = verdictsOnly.parse(JSON.parse(kept.answer));
  return {
    ...{ record: kept.id, id: kept.contentId, family: kept.family },
    ruleset: { id: kept.ruleset, version: kept.version, hash: kept.versionHash },
    ...{ asOf: answer.asOf, eligibility: answer.eligibility.verdict },
    ...{ totalDuePence: answer.totalDuePence, weight, ticket },
  };
}

/** Kept decisions as an auditor looks at them: samples and combinations. */
export function samples({ store, shelf }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  return routes
    .openapi(sampleRoute, async (c) => {
      const { seed, percent, minimum, risk = [], ...filters } = c.req.valid('query');
      const findings = misfits(filters);
      if (findings.length > 0) return problem(c, 'query-invalid', { findings });
      const query = createQuery(store, await shelf.current());
      const drawing = { seed, percent, minimum, risks: risk.map(riskOf) };
      const sample = createSample<KeptDecision>(drawing, MOST_DRAWN);
      await query.each(wantedOf(filters, c.get('principal').authority), sample.add);
      const { size, ...drawn } = sample.drawn();
      if (size > MOST_DRAWN) {
        const message = `this draws ${String(size)} decisions, and a sample has at most ${String(MOST_DRAWN)}`;
        const pointer = minimum > MOST_DRAWN ? '/minimum' : '/percent';
        return problem(c, 'query-invalid', { findings: [{ code: 'out-of-range', pointer, message }] });
      }
      const answer = { seed, percent, minimum, ...drawn, sample: drawn.sample.map(shownDrawn) };
      return c.json(answer, 200, uncached);
    })
    .openapi(combinationsRoute, async (c) => {
      const filters = c.req.valid('query');
      const findings = misfits(filters);
      if (findings.length > 0) return problem(c, 'query-invalid', { findings });
      const query = createQuery(store, await shelf.current());
      const combinations = createCombinations();
      await query.each(wantedOf(filters, c.get('principal').authority), combinations.add);
      const all = combinations.all();
      const answer = {
        decisions: all.reduce((sum, one) => sum + one.decisions, 0),
        combinations: all
          .slice(0, MOST_COMBINATIONS)
          .map(({ criteria, ...one }) => ({ ...one, criteria: [...criteria] })),
        more: Math.max(0, all.length - MOST_COMBINATIONS),
      };
      return c.json(answer, 200, uncached);
    });
}
