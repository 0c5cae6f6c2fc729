import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type Next } from 'hono';
import type { Deps } from '../deps.ts';
import { kept } from '../kept.ts';
import type { ServerEnv } from '../request-context.ts';

const pageOf = (folder: string) => serveStatic<ServerEnv>({ path: path.join(folder, 'index.html') });

/** The built studio: its page asked about each time, its assets kept for a year because their names change with them. */
export function studio({ studio: folder }: Pick<Deps, 'studio'>) {
  const routes = new Hono<ServerEnv>();
  routes.get('/', kept('no-cache'), pageOf(folder));
  routes.get('/assets/*', kept('public, max-age=31536000, immutable'), serveStatic({ root: folder }));
  return routes;
}

/** Addresses that are no screen, whoever asks. */
const noScreen = /^\/(api|assets)(\/|$)/;

/** Whether a browser goes to an address, as against a program or a page that asks for a piece. */
function goesThere({ req }: Context<ServerEnv>): boolean {
  return ['GET', 'HEAD'].includes(req.method) && /\btext\/html\b/.test(req.header('accept') ?? '');
}

/** The studio's page for an address that nothing else answers: the page itself knows its screens. */
export function studioPage(folder: string) {
  const page: (c: Context<ServerEnv>, next: Next) => Promise<unknown> = pageOf(folder);
  return async (c: Context<ServerEnv>): Promise<Response | undefined> => {
    if (noScreen.test(c.req.path)) return undefined;
    c.header('Vary', 'Accept');
    if (!goesThere(c)) return undefined;
    c.header('Cache-Control', 'no-cache');
    const answer = await page(c, () => Promise.resolve());
    return answer instanceof Response ? answer : undefined;
  };
}
