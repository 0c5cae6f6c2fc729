import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import { claimableAnswer, claimableOf, lastDay, noLastDay } from '../library/claimable.ts';
import { resolve, selector } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { refusals, refused } from '../refused.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { unresolved } from '../unresolved.ts';

const question = z
  .strictObject({
    ruleset: selector.meta({
      description: 'Exact by `version` or `hash`, or the version in force on `inForceOn`.',
    }),
    asOf: requestDay.meta({
      description: 'The first day asked about. Nothing new happens to the family after it.',
    }),
    until: requestDay.optional().meta({
      description:
        'The last day asked about, at most ten years after `asOf`; three years after it where absent.',
    }),
    family: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Family' }),
    restateAttachment: requestDay.optional().meta({
      description: 'Prices and identifies the family as if attached on this day.',
    }),
  })
  .refine((asked) => lastDay(asked) !== undefined, {
    path: ['until'],
    message: noLastDay,
    when: ({ issues }) => issues.length === 0,
  })
  .meta({ id: 'ClaimableQuestion' });

const route = ({ ruleset, asOf, family }: Example) =>
  createRoute({
    method: 'post',
    path: '/claimable-days',
    summary: 'When a family can first be claimed for, if nothing new happens',
    description:
      'For each payment the days on which it is due, and on which it could be were everything that is not known found to speak for it. What is known up to `asOf` is taken to stay known with nothing new in it; school terms still to come have no rows. A day is what the rules say of it now: before it is claimed for, decide the family again on the day itself. Nothing is kept.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: question, example: { ruleset, asOf, family } } },
      },
    },
    responses: {
      200: {
        description: 'The days of each payment',
        content: { 'application/json': { schema: claimableAnswer.meta({ id: 'ClaimableDays' }) } },
      },
      ...refusals,
    },
  });

/** One family, and when each payment can first be claimed for it. */
export function claimableDays({ shelf, limits, log }: Deps, metrics: Metrics, example: Example) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/claimable-days', atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  return routes.openapi(route(example), async (c) => {
    const { ruleset, family, ...asked } = c.req.valid('json');
    const version = resolve(await shelf.current(), ruleset);
    if (!version.ok) return unresolved(c, version.error);
    const until = lastDay(asked);
    if (until === undefined) throw new Error('invariant: the last day was checked with the form');
    const found = claimableOf(version.value, family, { ...asked, until });
    if (found.ok) return c.json(found.value, 200, { 'Cache-Control': 'no-store' });
    const why = { code: 'family-invalid', findings: found.error } as const;
    return refused(c, log, { version: version.value, refused: why });
  });
}
