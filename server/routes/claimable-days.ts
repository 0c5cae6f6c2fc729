import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import type { Diagnostic } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import { atMost } from '../busy.ts';
import type { Deps } from '../deps.ts';
import type { Example } from '../example.ts';
import {
  claimableAnswer,
  claimableOf,
  lastDay,
  neededAnswer,
  neededOf,
  noLastDay,
} from '../library/claimable.ts';
import type { Version } from '../library/library.ts';
import { resolve, selector } from '../library/selector.ts';
import type { Metrics } from '../metrics.ts';
import { refusals, refused } from '../refused.ts';
import type { ServerEnv } from '../request-context.ts';
import { requestDay } from '../request-day.ts';
import { unresolved } from '../unresolved.ts';

const form = z.strictObject({
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
});

const question = (id: string) =>
  form
    .refine((asked) => lastDay(asked) !== undefined, {
      path: ['until'],
      message: noLastDay,
      when: ({ issues }) => issues.length === 0,
    })
    .meta({ id });

function sureLastDay(asked: Parameters<typeof lastDay>[0]): string {
  const until = lastDay(asked);
  if (until === undefined) throw new Error('invariant: the last day was checked with the form');
  return until;
}

const body = (id: string, { ruleset, asOf, family }: Example) => ({
  required: true,
  content: { 'application/json': { schema: question(id), example: { ruleset, asOf, family } } },
});

const daysRoute = (example: Example) =>
  createRoute({
    method: 'post',
    path: '/claimable-days',
    summary: 'When a family can first be claimed for, if nothing new happens',
    description:
      'For each payment the days on which it is due, and on which it could be were everything that is not known found to speak for it. What is known up to `asOf` is taken to stay known with nothing new in it; school terms still to come have no rows. A day is what the rules say of it now: before it is claimed for, decide the family again on the day itself. Of claims made before only those in the family’s own record count: what the ledger has claimed is not looked up. Nothing is kept.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: { body: body('ClaimableQuestion', example) },
    responses: {
      200: {
        description: 'The days of each payment',
        content: { 'application/json': { schema: claimableAnswer.meta({ id: 'ClaimableDays' }) } },
      },
      ...refusals,
    },
  });

const neededRoute = (example: Example) =>
  createRoute({
    method: 'post',
    path: '/still-needed',
    summary: 'What each payment for a family still needs',
    description:
      'For each payment the smallest sets of changes after which its conditions would be met: evidence to find, progress still needed, time that must pass, and what is impossible. All of one set is needed and together it is enough: the rules are folded again with it before it is given. Each change is taken by itself, so one fact that two places of the rules compare is two changes. What comes about by waiting is looked for until `until`, as by `/claimable-days`. Of claims made before only those in the family’s own record count: what the ledger has claimed is not looked up. Nothing is kept.',
    tags: ['Decisions'],
    security: [{ key: [] }],
    request: { body: body('NeededQuestion', example) },
    responses: {
      200: {
        description: 'What each payment needs',
        content: { 'application/json': { schema: neededAnswer.meta({ id: 'StillNeeded' }) } },
      },
      ...refusals,
    },
  });

/** One family: when each payment can first be claimed for it, and what each still needs. */
export function claimableDays({ shelf, limits, log }: Deps, metrics: Metrics, example: Example) {
  const routes = new OpenAPIHono<ServerEnv>();
  for (const path of ['/claimable-days', '/still-needed'])
    routes.post(path, atMost(limits.evaluationsAtOnce, metrics), jsonBody(limits.bodyBytes));
  const wrong = (c: Context<ServerEnv>, version: Version, findings: Diagnostic[]) =>
    refused(c, log, { version, refused: { code: 'family-invalid', findings } });
  return routes
    .openapi(daysRoute(example), async (c) => {
      const { ruleset, family, ...asked } = c.req.valid('json');
      const version = resolve(await shelf.current(), ruleset);
      if (!version.ok) return unresolved(c, version.error);
      const found = claimableOf(version.value, family, { ...asked, until: sureLastDay(asked) });
      if (!found.ok) return wrong(c, version.value, found.error);
      return c.json(found.value, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(neededRoute(example), async (c) => {
      const { ruleset, family, ...asked } = c.req.valid('json');
      const version = resolve(await shelf.current(), ruleset);
      if (!version.ok) return unresolved(c, version.error);
      const found = neededOf(version.value, family, { ...asked, until: sureLastDay(asked) });
      if (!found.ok) return wrong(c, version.value, found.error);
      return c.json(found.value, 200, { 'Cache-Control': 'no-store' });
    });
}
