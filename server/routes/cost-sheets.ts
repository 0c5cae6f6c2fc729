import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import {
  addUpCosts,
  checkCostSheet,
  checkUnitCosts,
  costs,
  costSheet,
  unitCosts,
} from '../../engine/programme.ts';
import { asTable, csvNamed } from './as-table.ts';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { problem, problemAnswer } from '../problem.ts';
import { costsCsv } from '../programme/costs-csv.ts';
import type { ServerEnv } from '../request-context.ts';

const route = createRoute({
  method: 'post',
  path: '/cost-sheets',
  summary: 'What a family cost, phase by phase',
  description:
    'Adds up a cost sheet with the unit costs that are sent with it: each line, each phase by agency, totals that sources print beside those of the items, what is saved, and figures of sources that differ. Gross: no counterfactual is claimed. Nothing is kept.',
  tags: ['Programme'],
  security: [{ key: [] }],
  request: {
    query: asTable('a row for each line'),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              unitCosts: unitCosts.meta({ id: 'UnitCosts' }),
              sheet: costSheet.meta({ id: 'CostSheet' }),
            })
            .meta({ id: 'CostQuestion' }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What it comes to',
      content: {
        'application/json': { schema: costs.meta({ id: 'Costs' }) },
        'text/csv': { schema: z.string() },
      },
    },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid', 'query-invalid'),
    401: problemAnswer('key-missing', 'key-wrong'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('costs-invalid'),
    500: problemAnswer('unexpected'),
  },
});

/** Cost sheets of families. */
export function costSheets({ limits }: Pick<Deps, 'limits'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/cost-sheets', jsonBody(limits.bodyBytes));
  return routes.openapi(route, (c) => {
    const asked = c.req.valid('json');
    const unit = checkUnitCosts(asked.unitCosts);
    if (!unit.ok) return problem(c, 'costs-invalid', { findings: findingsOf(unit.error, '/unitCosts') });
    const sheet = checkCostSheet(asked.sheet, unit.value);
    if (!sheet.ok) return problem(c, 'costs-invalid', { findings: findingsOf(sheet.error, '/sheet') });
    const found = addUpCosts(sheet.value, unit.value);
    const headers = { 'Cache-Control': 'no-store' };
    if (c.req.valid('query').as === 'csv')
      return c.body(costsCsv(found), 200, { ...csvNamed('costs.csv'), ...headers });
    return c.json(found, 200, headers);
  });
}
