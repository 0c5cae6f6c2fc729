import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { ok } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import { id } from '../claims/asked.ts';
import { reconciliation, reconciled } from '../claims/reconciling.ts';
import { reconciliationCsv } from '../claims/claims-csv.ts';
import { MOST_CHARACTERS, MOST_LINES, statementIn } from '../claims/statement-csv.ts';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { asTable, csvNamed } from './as-table.ts';
import { always, tagged, withBody } from './claims-parts.ts';
import { body } from './route-parts.ts';

const paid = { pence: z.int().min(1).max(1_000_000_000), on: requestDay };
const statementLine = z.union([
  z.strictObject({ claim: id, ...paid }),
  z.strictObject({
    ...{ family: z.string().min(1).max(200), payment: z.string().min(1).max(80) },
    phase: z.int().min(1).max(99).optional().meta({ description: 'Of its claims, those of this phase.' }),
    localAuthority: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Those of families of this authority, where several have a family of that id.' }),
    ...paid,
  }),
]);

const question = z
  .strictObject({
    run: id
      .optional()
      .meta({ description: 'The lines of the claims of one run; of all of the authority without it.' }),
    statement: z.array(statementLine).max(MOST_LINES).optional().meta({
      description:
        'What was paid, line by line, by claim or by family and payment. Of several claims a line pays the one whose open amount it is, then one that has room for it; where those are of several phases or authorities, it is said and not guessed. Without a statement the ledger’s own payments are held against its claims.',
    }),
    statementCsv: z.string().min(1).max(MOST_CHARACTERS).optional().meta({
      description:
        'The same as a table: columns `claim`, or `family` and `payment`, perhaps with `phase` and `localAuthority`; `pounds` or `pence`; and `on`, a day as `2015-02-20` or `20/2/2015`. It stands in for `statement`, and has as many lines at most.',
    }),
  })
  .meta({ id: 'ReconciliationAsked' });

const route = createRoute({
  ...tagged,
  method: 'post',
  path: '/reconciliations',
  summary: 'Hold claims against what was paid for them, line by line',
  description:
    'Unpaid, paid otherwise than claimed, at the rate of another year, twice, without a claim, for one of several claims, clawed back, claimed for what may be the same family, or not due under the version that is now in force on the claim’s day, or not to be decided under it. Each line names the kept decision behind its claim. Nothing is written.',
  request: { query: asTable('a row for each line'), ...body(question) },
  responses: {
    200: {
      description: 'Every line that is found; a claim may have several',
      content: { 'application/json': { schema: reconciliation }, 'text/csv': { schema: z.string() } },
    },
    ...withBody,
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid', 'query-invalid'),
    404: problemAnswer('claim-run-not-found'),
    422: problemAnswer('statement-invalid'),
    429: problemAnswer('too-busy'),
    ...always,
  },
});

/** Claims beside what was paid for them. */
export function reconciliations({ store, shelf, limits }: Deps, metrics: Metrics) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/reconciliations', atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  return routes.openapi(route, async (c) => {
    const asked = c.req.valid('json');
    const principal = c.get('principal');
    const read = asked.statementCsv === undefined ? ok(asked.statement) : statementIn(asked.statementCsv);
    if (!read.ok) return problem(c, 'statement-invalid', { findings: read.error });
    const by = { store, library: await shelf.current() };
    const found = await reconciled(by, principal, { run: asked.run, statement: read.value });
    const headers = { 'Cache-Control': 'no-store' };
    if (c.req.valid('query').as === 'csv')
      return c.body(reconciliationCsv(found), 200, { ...csvNamed('reconciliation.csv'), ...headers });
    return c.json(found, 200, headers);
  });
}
