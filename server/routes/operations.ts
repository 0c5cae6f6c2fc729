import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { StoreFault } from '../store/fault.ts';
import { auditHead, type Store } from '../store/store.ts';

const tags = ['Operations'];
const status = (word: string) => ({
  'application/json': { schema: z.strictObject({ status: z.literal(word) }) },
});

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process answers',
  tags,
  responses: { 200: { description: 'It does', content: status('healthy') } },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether to send requests here',
  tags,
  responses: {
    200: { description: 'Send them', content: status('ready') },
    503: problemAnswer('draining', 'store-busy', 'store-failed'),
  },
});

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  summary: 'Counters for Prometheus',
  tags,
  responses: {
    200: { description: 'Text exposition format', content: { 'text/plain': { schema: z.string() } } },
  },
});

const uncached = { 'Cache-Control': 'no-store' };

/** For whoever keeps the server running. Nothing here tells of a family, and nothing asks for a key. */
export function operations({ lifecycle, store }: Pick<Deps, 'lifecycle' | 'store'>, metrics: Metrics) {
  return new OpenAPIHono<ServerEnv>()
    .openapi(healthRoute, (c) => c.json({ status: 'healthy' }, 200, uncached))
    .openapi(readyRoute, async (c) => {
      if (lifecycle.draining) return problem(c, 'draining');
      // because a store that cannot be read is answered, by the app, with the problem that says why
      await auditHead(store);
      return c.json({ status: 'ready' }, 200, uncached);
    })
    .openapi(metricsRoute, async (c) => {
      await setHead(store, metrics);
      const text = await metrics.registry.metrics();
      return c.text(text, 200, { 'Content-Type': metrics.registry.contentType, ...uncached });
    });
}

/** Counters are asked for most when the store fails, so they are answered without it: the gauge is then as it was. */
async function setHead(store: Store, { auditHead: gauge, storeFaults }: Metrics): Promise<void> {
  try {
    gauge.set((await auditHead(store))?.seq ?? 0);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    storeFaults.inc({ code: error.code });
  }
}
