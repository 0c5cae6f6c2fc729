import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { addUpProgramme, checkProgramme, programme, programmeTotals } from '../../engine/programme.ts';
import { asTable, csvNamed } from './as-table.ts';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { problem, problemAnswer } from '../problem.ts';
import { programmeCsv } from '../programme/programme-csv.ts';
import type { ServerEnv } from '../request-context.ts';

const route = createRoute({
  method: 'post',
  path: '/programmes',
  summary: 'What targets and funding come to',
  description:
    'Adds up a programme: figures against targets as exact fractions and whole per cent (nearest, halves up), lines of funding beside totals that sources print, shares of an amount, fees released by performance, and capped allowances outside the programme’s payments. Where sources contradict themselves all that is said stands, with the difference. A target without a figure is `unknown`. Nothing is kept.',
  tags: ['Programme'],
  security: [{ key: [] }],
  request: {
    query: asTable('a row for each figure, line of money and conflict'),
    body: {
      required: true,
      content: { 'application/json': { schema: programme.meta({ id: 'Programme' }) } },
    },
  },
  responses: {
    200: {
      description: 'What it comes to',
      content: {
        'application/json': { schema: programmeTotals.meta({ id: 'ProgrammeTotals' }) },
        'text/csv': { schema: z.string() },
      },
    },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid', 'query-invalid'),
    401: problemAnswer('key-missing', 'key-wrong'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('programme-invalid'),
    500: problemAnswer('unexpected'),
  },
});

/** Targets and funding of programmes. */
export function programmes({ limits }: Pick<Deps, 'limits'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/programmes', jsonBody(limits.bodyBytes));
  return routes.openapi(route, (c) => {
    const checked = checkProgramme(c.req.valid('json'));
    if (!checked.ok) return problem(c, 'programme-invalid', { findings: findingsOf(checked.error) });
    const found = addUpProgramme(checked.value);
    const headers = { 'Cache-Control': 'no-store' };
    if (c.req.valid('query').as === 'csv')
      return c.body(programmeCsv(found), 200, { ...csvNamed('programme.csv'), ...headers });
    return c.json(found, 200, headers);
  });
}
