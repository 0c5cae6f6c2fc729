import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { routePath } from 'hono/route';
import * as z from 'zod';
import { requestFindings } from './finding.ts';
import type { Form } from './keys-at.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

type Checked =
  | { readonly target: string; readonly success: true }
  | { readonly target: string; readonly success: false; readonly error: z.ZodError };

/** The form that the route of a request has for its body, its query or its path. */
function formOf(app: OpenAPIHono<ServerEnv>, c: Context<ServerEnv>, target: string): Form | undefined {
  const path = routePath(c).replaceAll(/:([^/]+)/g, '{$1}');
  const method = c.req.method.toLowerCase();
  const found = app.openAPIRegistry.definitions.find(
    (one) => one.type === 'route' && one.route.method === method && one.route.path === path,
  );
  if (found?.type !== 'route') return undefined;
  const { body, query, params } = found.route.request ?? {};
  const media = body?.content['application/json'] ?? {};
  const json = 'schema' in media ? media.schema : undefined;
  const form = new Map<string, unknown>(Object.entries({ json, query, param: params })).get(target);
  return form instanceof z.ZodType ? form : undefined;
}

/** Answers a request that does not fit the schema of its route in `app` with everything that is wrong with it. */
export async function refuseInvalid(app: OpenAPIHono<ServerEnv>, checked: Checked, c: Context<ServerEnv>) {
  if (checked.success) return undefined;
  const form = formOf(app, c, checked.target);
  if (checked.target === 'json') {
    return problem(c, 'body-invalid', { findings: requestFindings(checked.error, await c.req.json(), form) });
  }
  const input = checked.target === 'query' ? c.req.query() : c.req.param();
  return problem(c, 'query-invalid', { findings: requestFindings(checked.error, input, form) });
}
