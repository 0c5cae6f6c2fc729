import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { change, changesBetween, decision, idsShared, sharedIds } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import { attribution, causesOf } from '../comparison/one.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { evaluateAgreed } from '../library/agreed.ts';
import { notAllowed } from '../identity/refuse.ts';
import { resolve, selector } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { problemAnswer } from '../problem.ts';
import { refusals, refused } from '../refused.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { unresolved } from '../unresolved.ts';
import { jobAsked } from './its-job.ts';
import { accepted, cohortAsked } from './jobs-contract.ts';

const causes = z.boolean().default(false).meta({
  description: 'Whether to say which edits between the two versions cause what changes.',
});
const restateAttachment = requestDay.optional().meta({
  description: 'Under the right version alone: prices and identifies the family as if attached on this day.',
});
const both = { left: selector, right: selector, asOf: requestDay, restateAttachment, causes };

const question = z
  .strictObject({
    ...both,
    family: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Family' }),
    trace: z.enum(['none', 'summary', 'full']).default('none'),
  })
  .meta({ id: 'ComparisonQuestion' });

/** The same of a whole cohort, which takes longer than a request may. */
const cohortQuestion = z
  .strictObject({ ...both, cohort: cohortAsked })
  .meta({ id: 'CohortComparisonQuestion' });

const whole = decision.meta({ id: 'Decision' });

const comparison = z
  .strictObject({
    left: whole,
    right: whole,
    changes: z.array(change).meta({
      description:
        'What the two say differently: a JSON Pointer into a decision with ids in place of positions, and null for what one does not have.',
    }),
    attribution: attribution.optional(),
    shared: sharedIds.meta({
      description:
        'What both versions have by id. Where all three are empty, only eligibility and totals can be compared.',
    }),
  })
  .meta({ id: 'Comparison' });

const comparisonRoute = ({ ruleset, asOf, family }: Example) =>
  createRoute({
    method: 'post',
    path: '/comparisons',
    summary: 'Decide one family, or a cohort, under two versions',
    description:
      'Of a family both decisions, and everything that they say differently; nothing is kept. Of a cohort a job, as from `POST /jobs`.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.union([question, cohortQuestion]),
            example: { left: ruleset, right: ruleset, asOf, family },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'The two decisions and their differences',
        content: { 'application/json': { schema: comparison } },
      },
      202: accepted,
      ...refusals,
      403: problemAnswer('not-allowed'),
      404: problemAnswer('ruleset-not-found', 'version-not-found', 'cohort-not-found'),
      409: problemAnswer('cohort-not-whole'),
    },
  });

/** One family or a cohort, two versions, and what changes between them. */
export function comparisons(deps: Deps, metrics: Metrics, example: Example) {
  const { shelf, limits, log, secondOpinion, threads } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/comparisons', atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  return routes.openapi(comparisonRoute(example), async (c) => {
    const asked = c.req.valid('json');
    if ('cohort' in asked) {
      const { left, right, ...rest } = asked;
      const job = await jobAsked(c, deps, { ...rest, versions: [left, right] });
      return job === undefined ? notAllowed(c, deps.store, { needs: 'cohorts:read' }) : c.json(...job);
    }
    const { asOf, trace, restateAttachment } = asked;
    const library = await shelf.current();
    const versions = { left: resolve(library, asked.left), right: resolve(library, asked.right) };
    if (!versions.left.ok) return unresolved(c, versions.left.error);
    if (!versions.right.ok) return unresolved(c, versions.right.error);
    const [before, after] = [versions.left.value, versions.right.value];
    const left = await evaluateAgreed({ version: before, secondOpinion }, asked.family, { asOf, trace });
    if (!left.ok) return refused(c, log, { version: before, refused: left.error });
    const restated = { asOf, trace, restateAttachment };
    const right = await evaluateAgreed({ version: after, secondOpinion }, asked.family, restated);
    if (!right.ok) return refused(c, log, { version: after, refused: right.error });
    const said = { left: left.value.decision, right: right.value.decision };
    const changes = changesBetween(said.left, said.right);
    const { family } = asked;
    const question = { asOf, family, restated: { right: restateAttachment } };
    const why = asked.causes
      ? { attribution: await causesOf(threads, question, { left: before, right: after }) }
      : {};
    return c.json({ ...said, changes, ...why, shared: idsShared(said.left, said.right) }, 200, {
      'Cache-Control': 'no-store',
    });
  });
}
