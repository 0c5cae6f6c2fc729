import type { MiddlewareHandler } from 'hono';
import type { Metrics } from './metrics.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

/**
 * Lets through so many requests at once and turns the rest away, so that slow senders cannot fill the memory: at most
 * `atOnce` bodies are held.
 */
export function atMost(atOnce: number, metrics: Metrics): MiddlewareHandler<ServerEnv> {
  let underWay = 0;
  return async (c, next) => {
    if (underWay >= atOnce) {
      c.header('Retry-After', '1');
      return problem(c, 'too-busy');
    }
    underWay += 1;
    metrics.underWay.set(underWay);
    try {
      await next();
      return undefined;
    } finally {
      underWay -= 1;
      metrics.underWay.set(underWay);
    }
  };
}

/** Lets so many in at once; whoever was let in says when they are out. Undefined is no room. */
export function turnstile(most: number): () => (() => void) | undefined {
  let inside = 0;
  return () => {
    if (inside >= most) return undefined;
    inside += 1;
    let out = false;
    return () => {
      if (!out) inside -= 1;
      out = true;
    };
  };
}
