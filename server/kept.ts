import type { MiddlewareHandler } from 'hono';
import type { ServerEnv } from './request-context.ts';

/** How long an answer may be kept where it does not say itself; a problem in its place is not. */
export function kept(cacheControl: string): MiddlewareHandler<ServerEnv> {
  return async (c, next) => {
    await next();
    if (c.res.ok && !c.res.headers.has('Cache-Control')) c.header('Cache-Control', cacheControl);
  };
}
