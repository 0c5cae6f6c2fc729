import { OpenAPIHono } from '@hono/zod-openapi';
import { jsonBody } from '../body.ts';
import { close } from '../cohorts/close.ts';
import { cohortCounts, cohorts as cohortsOf } from '../cohorts/find.ts';
import { mend } from '../cohorts/mend.ts';
import { purge } from '../cohorts/purge.ts';
import { listedCohort, shownCohort } from '../cohorts/shown.ts';
import type { Underway } from '../cohorts/underway.ts';
import { readerOf } from '../cohorts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { NATIONAL } from '../identity/principal.ts';
import type { ServerEnv } from '../request-context.ts';
import { listRoute, purgeRoute, readRoute, rowsRoute } from './cohorts-contract.ts';
import { itsCohort } from './its-cohort.ts';

const uncached = { 'Cache-Control': 'no-store' };

/** Cohorts of the caller's authority: listed, mended and purged. */
export function cohorts({ store, shelf, limits }: Deps, underway: Underway) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/cohorts/:id/rows', jsonBody(limits.bodyBytes));
  return routes
    .openapi(listRoute, async (c) => {
      const { limit, after } = c.req.valid('query');
      const principal = c.get('principal');
      const found = await cohortsOf(store, principal, { limit: limit + 1, after });
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
      const counts = principal.authority === NATIONAL ? { counts: await cohortCounts(store) } : {};
      return c.json({ cohorts: page.map(listedCohort), next, ...counts }, 200, uncached);
    })
    .openapi(readRoute, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(shownCohort(await itsCohort(c, store, id), underway.of(id)), 200, uncached);
    })
    .openapi(purgeRoute, async (c) => {
      const { id } = c.req.valid('param');
      const now = await purge(store, c.get('principal'), id);
      underway.cancel(id);
      return c.json(shownCohort(now, undefined), 200, uncached);
    })
    .openapi(rowsRoute, async (c) => {
      const { id } = c.req.valid('param');
      const principal = c.get('principal');
      const found = await itsCohort(c, store, id);
      const reader = readerOf((await shelf.current()).basis, found.vocabulary);
      const receiving = { store, principal, reader };
      const mended = await mend(receiving, id, c.req.valid('json'));
      return c.json(shownCohort(await close(receiving, mended), undefined), 200, uncached);
    });
}
