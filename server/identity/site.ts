import type { Context } from 'hono';
import type { ServerEnv } from '../request-context.ts';

/** Where a request comes from: a page of this server, a page elsewhere, or nowhere that it says. */
export type Site = 'own' | 'other' | 'unsaid';

/** Where the server was reached, where no setting says it. */
function reachedAt(c: Context<ServerEnv>): string {
  const { protocol, host } = new URL(c.req.url);
  return `${protocol}//${c.req.header('host') ?? host}`;
}

/**
 * Judged by `Sec-Fetch-Site`, which no page can write; by `Origin` where a browser sends none. Reading with neither counts
 * as our own page's: a browser old enough to send neither keeps a strict cookie to itself.
 */
export function siteOf(c: Context<ServerEnv>, origin: string | undefined): Site {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && reads) ? 'own' : 'other';
  const from = c.req.header('origin');
  if (from === undefined) return reads ? 'own' : 'unsaid';
  return from === (origin ?? reachedAt(c)) ? 'own' : 'other';
}
