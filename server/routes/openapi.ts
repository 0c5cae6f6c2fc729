import { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { ServerEnv } from '../request-context.ts';

/** The OpenAPI document; made when it is first asked for, then kept. */
export function openapi(make: () => object) {
  const routes = new OpenAPIHono<ServerEnv>();
  let document: string | undefined;
  routes.get('/openapi.json', etag(), (c) => {
    document ??= JSON.stringify(make());
    return c.body(document, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
  });
  return routes;
}
