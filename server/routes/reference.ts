import { createRequire } from 'node:module';
import path from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { serveStatic } from '@hono/node-server/serve-static';
import { kept } from '../kept.ts';
import type { ServerEnv } from '../request-context.ts';

const swagger = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const page = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API reference – Threshold</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/v1/reference/swagger-ui.css" />
    <link rel="stylesheet" href="/api/v1/reference/reference.css" />
  </head>
  <body>
    <header><a href="/">Threshold</a></header>
    <main id="reference">
      <noscript>This page needs JavaScript. The same is at <a href="/api/v1/openapi.json">openapi.json</a>.</noscript>
    </main>
    <script src="/api/v1/reference/swagger-ui-bundle.js"></script>
    <script src="/api/v1/reference/reference.js"></script>
  </body>
</html>
`;

const start = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#reference',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
});
`;

const style = `body { margin: 0; }
header { padding: 0.75rem 1.25rem; border-bottom: 1px solid #b5bbc2; font: 700 1.125rem/1.4 system-ui, sans-serif; }
header a { color: #1b3a57; }
`;

const typed = (type: string) => ({ 'Content-Type': `text/${type}; charset=utf-8` });

/** The API reference page: Swagger UI from our own disk, so that it works where nothing else can be reached. */
export function reference() {
  const routes = new OpenAPIHono<ServerEnv>();
  // The names do not tell one release from the next, so each file is kept for a day at most.
  routes.get('/reference/*', kept('public, max-age=86400'));
  routes.get('/reference', kept('no-cache'), (c) => c.html(page));
  routes.get('/reference/reference.js', (c) => c.body(start, 200, typed('javascript')));
  routes.get('/reference/reference.css', (c) => c.body(style, 200, typed('css')));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    routes.get(`/reference/${file}`, serveStatic({ path: path.join(swagger, file) }));
  }
  return routes;
}
