import { OpenAPIHono } from '@hono/zod-openapi';
import { streamOf } from '../batch/stream.ts';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { NATIONAL } from '../identity/principal.ts';
import { notAllowed } from '../identity/refuse.ts';
import { cancelJob } from '../jobs/end.ts';
import { eventsOf } from '../jobs/events.ts';
import { jobCounts, jobsOf } from '../jobs/find.ts';
import { shownJob } from '../jobs/shown.ts';
import { loggable } from '../log.ts';
import type { ServerEnv } from '../request-context.ts';
import { itsJob, jobAsked } from './its-job.ts';
import { askRoute, cancelRoute, eventsRoute, listRoute, readRoute } from './jobs-contract.ts';

const uncached = { 'Cache-Control': 'no-store' };

/** Work over whole cohorts: asked, followed and cancelled. */
export function jobs(deps: Deps) {
  const { store, limits, log } = deps;
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/jobs', jsonBody(limits.bodyBytes));
  return routes
    .openapi(askRoute, async (c) => {
      const job = await jobAsked(c, deps, c.req.valid('json'));
      return job === undefined ? notAllowed(c, store, { needs: 'cohorts:read' }) : c.json(...job);
    })
    .openapi(listRoute, async (c) => {
      const { limit, after, cohort } = c.req.valid('query');
      const principal = c.get('principal');
      const found = await jobsOf(store, principal, { limit: limit + 1, after, cohort });
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
      const counts = principal.authority === NATIONAL ? { counts: await jobCounts(store) } : {};
      const shown = await Promise.all(page.map((job) => shownJob(deps, job)));
      return c.json({ jobs: shown, next, ...counts }, 200, uncached);
    })
    .openapi(readRoute, async (c) => {
      const job = await itsJob(c, store, c.req.valid('param').id);
      return c.json(await shownJob(deps, job), 200, uncached);
    })
    .openapi(eventsRoute, async (c) => {
      const job = await itsJob(c, store, c.req.valid('param').id);
      const requestId = c.get('requestId');
      const stream = streamOf(eventsOf(deps, job), {
        onOver: () => undefined,
        onError: (error) => {
          log.error({ requestId, error: loggable(error) }, 'events were cut off');
        },
      });
      return c.body(stream, 200, { ...uncached, 'Content-Type': 'text/event-stream' });
    })
    .openapi(cancelRoute, async (c) => {
      const job = await cancelJob(store, c.get('principal'), c.req.valid('param').id);
      return c.json(await shownJob(deps, job), 200, uncached);
    });
}
