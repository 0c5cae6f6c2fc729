import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { Metrics } from '../metrics.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';

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
    503: problemAnswer('draining'),
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

/** For whoever keeps the server running. Nothing here tells of a family, and nothing asks for a key. */
export function operations({ lifecycle }: Pick<Deps, 'lifecycle'>, metrics: Metrics) {
  return new OpenAPIHono<ServerEnv>()
    .openapi(healthRoute, (c) => c.json({ status: 'healthy' }, 200, uncached))
    .openapi(readyRoute, (c) =>
      lifecycle.draining ? problem(c, 'draining') : c.json({ status: 'ready' }, 200, uncached),
    )
    .openapi(metricsRoute, async (c) => {
      const text = await metrics.registry.metrics();
      return c.text(text, 200, { 'Content-Type': metrics.registry.contentType, ...uncached });
    });
}

const uncached = { 'Cache-Control': 'no-store' };
