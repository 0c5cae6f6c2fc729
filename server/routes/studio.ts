import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { kept } from '../kept.ts';
import type { ServerEnv } from '../request-context.ts';

/** The built studio: its page asked about each time, its assets kept for a year because their names change with them. */
export function studio({ studio: folder }: Pick<Deps, 'studio'>) {
  const routes = new Hono<ServerEnv>();
  routes.get('/', kept('no-cache'), serveStatic({ path: path.join(folder, 'index.html') }));
  routes.get('/assets/*', kept('public, max-age=31536000, immutable'), serveStatic({ root: folder }));
  return routes;
}
