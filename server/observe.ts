import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { ServerEnv } from './request-context.ts';

/** The pattern that answered, such as `/api/v1/rulesets/:id`: never the address itself, which anyone can fill. */
function routeOf(c: Context): string {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
  return route?.path ?? 'none';
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Writes one line a request and counts it: method, route, status and milliseconds, and nothing that was sent. */
export function observe({
  clock,
  log,
  metrics,
}: {
  clock: Clock;
  log: Log;
  metrics: Metrics;
}): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    const began = clock();
    await next();
    const milliseconds = clock() - began;
    const method = methods.has(c.req.method) ? c.req.method : 'other';
    const route = routeOf(c);
    const status = c.res.status;
    metrics.requests.inc({ method, route, status });
    metrics.seconds.observe({ method, route }, milliseconds / 1000);
    const fields = {
      requestId: c.get('requestId'),
      method,
      route,
      status,
      milliseconds: Math.round(milliseconds * 10) / 10,
    };
    log[status >= 500 ? 'error' : 'info'](fields, 'answered');
  };
}
