import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { costs, costSheet, unitCosts } from '../../engine/programme.ts';
import { asTable, csvNamed } from './as-table.ts';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { unitCostsName } from '../library/programme-documents.ts';
import { problem, problemAnswer } from '../problem.ts';
import { costsCsv } from '../programme/costs-csv.ts';
import { costsOf } from '../programme/costs-of.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';

const question = z
  .strictObject({
    unitCosts: unitCosts.meta({ id: 'UnitCosts' }).optional(),
    published: z
      .strictObject({ id: z.string(), version: z.string() })
      .optional()
      .meta({ description: 'Unit costs that are published, in place of some that are sent.' }),
    sheet: costSheet.meta({ id: 'CostSheet' }),
    family: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Family' }).optional(),
    asOf: requestDay.optional().meta({
      description: 'The day on which the family’s records are seen, which a family needs.',
    }),
  })
  .refine(({ family, asOf }) => (family === undefined) === (asOf === undefined), {
    path: ['asOf'],
    message: 'a family and the day on which its records are seen are given together',
    when: ({ issues }) => issues.length === 0,
  })
  .refine(({ unitCosts: sent, published }) => (sent === undefined) !== (published === undefined), {
    path: ['unitCosts'],
    message: 'unit costs are sent, or those that are published are named: one of the two',
    when: ({ issues }) => issues.length === 0,
  })
  .meta({ id: 'CostQuestion' });

const route = createRoute({
  method: 'post',
  path: '/cost-sheets',
  summary: 'What a family cost, phase by phase',
  description:
    'Adds up a cost sheet with the unit costs that are sent with it, or with published ones that it names: each line, each phase by agency, totals that sources print beside those of the items, what is saved, and figures of sources that differ. With a family, phases that have a span also get a line for each unit cost that counts records, with the records it rests on; where something is not known, the line and its totals are “at least”, and what is not known at all is listed. Gross: no counterfactual is claimed. Nothing is kept.',
  tags: ['Programme'],
  security: [{ key: [] }],
  request: {
    query: asTable('a row for each line'),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: question,
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
    404: problemAnswer('unit-costs-not-found'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('costs-invalid', 'family-invalid'),
    500: problemAnswer('unexpected'),
  },
});

/** Cost sheets of families. */
export function costSheets({ limits, shelf }: Pick<Deps, 'limits' | 'shelf'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/cost-sheets', jsonBody(limits.bodyBytes));
  return routes.openapi(route, async (c) => {
    const { family, asOf, sheet, unitCosts: sent, published } = c.req.valid('json');
    const { basis, programme } = await shelf.current();
    const costsAsked =
      published === undefined ? sent : programme.unitCosts.get(unitCostsName(published))?.document;
    if (costsAsked === undefined)
      return problem(c, 'unit-costs-not-found', { unitCosts: [...programme.unitCosts.keys()] });
    const given = family === undefined || asOf === undefined ? undefined : { family, asOf };
    const added = costsOf({ unitCosts: costsAsked, sheet, given }, basis);
    if (!added.ok) {
      const { document, findings } = added.error;
      const name = document === 'family' ? 'family-invalid' : 'costs-invalid';
      return problem(c, name, {
        findings: findingsOf(
          findings,
          `/${document === 'unitCosts' && published !== undefined ? 'published' : document}`,
        ),
      });
    }
    const found = added.value;
    const headers = { 'Cache-Control': 'no-store' };
    if (c.req.valid('query').as === 'csv')
      return c.body(costsCsv(found), 200, { ...csvNamed('costs.csv'), ...headers });
    return c.json(found, 200, headers);
  });
}
