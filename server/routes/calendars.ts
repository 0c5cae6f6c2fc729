import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';

const calendarRoute = createRoute({
  method: 'get',
  path: '/calendars/{id}',
  summary: 'School terms',
  description: 'A calendar whole: whose terms they are, each from its first day to the first day outside.',
  tags: ['Rulesets'],
  security: [{ key: [] }],
  request: {
    params: z.strictObject({
      id: z.string().meta({ param: { name: 'id', in: 'path' }, example: 'england' }),
    }),
  },
  responses: {
    200: {
      description: 'The calendar and its hash',
      content: {
        'application/json': {
          schema: z.strictObject({
            id: z.string(),
            title: z.string(),
            hash: z.string(),
            document: z.record(z.string(), z.unknown()),
          }),
        },
      },
    },
    401: problemAnswer('key-missing', 'key-wrong'),
    404: problemAnswer('calendar-not-found'),
    500: problemAnswer('unexpected'),
  },
});

/** The school terms that rulesets rest on. */
export function calendars({ shelf }: Pick<Deps, 'shelf'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.use('/calendars/*', etag());
  return routes.openapi(calendarRoute, async (c) => {
    const { basis } = await shelf.current();
    const { id } = c.req.valid('param');
    const held = basis.calendars.get(id);
    if (held === undefined) {
      return problem(c, 'calendar-not-found', { calendars: [...basis.calendars.keys()] });
    }
    const { document, hash } = held;
    const whole: Readonly<Record<string, unknown>> = document;
    const answer = { id, title: document.title, hash, document: whole };
    return c.json(answer, 200, { 'Cache-Control': 'private, no-cache' });
  });
}
