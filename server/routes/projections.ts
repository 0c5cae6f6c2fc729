import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { checkSchedule, project, projection, type Schedule, schedule } from '../../engine/programme.ts';
import { asTable, csvNamed } from './as-table.ts';
import { jsonBody } from '../body.ts';
import { windowsOf } from '../claims/windows.ts';
import type { Deps } from '../deps.ts';
import { findingsOf } from '../finding.ts';
import { problem, problemAnswer } from '../problem.ts';
import { projectionCsv, projectionRows } from '../programme/projection-csv.ts';
import type { ServerEnv } from '../request-context.ts';

/** The beginning of Hertfordshire’s own schedule. Four of every five claimed is made up: its report says no such figure. */
const example: Schedule = {
  columns: [
    { label: 'Sept 2012', engaged: 39, resultPence: 70_000 },
    { label: 'Dec 2012', engaged: 122, resultPence: 70_000 },
    ...['March 2013', 'June 2013', 'Sept 2013', 'Dec 2013', 'March 2014'].map((label) => ({ label })),
  ],
  ...{ leavesAfter: 3, claimableAfter: 5, funded: { part: 5, of: 6 } },
  leads: [
    { id: 'county', label: 'Thriving Families', share: { part: 70, of: 100 } },
    { id: 'partners', label: 'External partners', share: { part: 30, of: 100 }, commissioned: 94 },
  ],
  scenarios: [{ id: 'expected', label: 'Expected', claimed: { part: 4, of: 5 } }],
};

const route = createRoute({
  method: 'post',
  path: '/projections',
  summary: 'What a schedule of families taken on comes to',
  description:
    'From the families taken on in each column, how long each is worked with and when a result can be claimed for it: the caseload, its peak and who leads it, by other splits too, what becomes claimable, and cash by column in each scenario. Where the schedule lists claim windows, or names a programme and phase whose windows in force are taken, cash by window too, and what is claimed in none. Arithmetic over counts; it decides nothing about a family, and nothing is kept.',
  tags: ['Programme'],
  security: [{ key: [] }],
  request: {
    query: asTable('a row for each column, or what `by` says').extend({
      by: z
        .enum(projectionRows)
        .default('column')
        .meta({ description: 'What a table has a row for: with `window`, each claim window, and none.' }),
    }),
    body: {
      required: true,
      content: { 'application/json': { schema: schedule.meta({ id: 'Schedule' }), example } },
    },
  },
  responses: {
    200: {
      description: 'What it comes to, column by column',
      content: {
        'application/json': { schema: projection.meta({ id: 'Projection' }) },
        'text/csv': { schema: z.string() },
      },
    },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid', 'query-invalid'),
    401: problemAnswer('key-missing', 'key-wrong'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('schedule-invalid'),
    500: problemAnswer('unexpected'),
  },
});

/** Projections of a caseload. */
export function projections({ limits, store }: Pick<Deps, 'limits' | 'store'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/projections', jsonBody(limits.bodyBytes));
  return routes.openapi(route, async (c) => {
    const sent = c.req.valid('json');
    const inForce = sent.windowsOf === undefined ? [] : await windowsOf(store);
    const checked = checkSchedule(
      sent,
      inForce.map(({ window }) => window),
    );
    if (!checked.ok) return problem(c, 'schedule-invalid', { findings: findingsOf(checked.error) });
    const found = project(checked.value);
    const { as, by } = c.req.valid('query');
    if (as === 'csv')
      return c.body(projectionCsv(found, by), 200, {
        ...csvNamed('projection.csv'),
        'Cache-Control': 'no-store',
      });
    return c.json(found, 200, { 'Cache-Control': 'no-store' });
  });
}
