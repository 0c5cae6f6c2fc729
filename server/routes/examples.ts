import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Example } from '../example.ts';
import type { ServerEnv } from '../request-context.ts';

const exampleRoute = createRoute({
  method: 'get',
  path: '/examples/evaluation',
  summary: 'A question to try',
  description:
    'The body of a `POST /evaluations` that works as it stands, about a made-up family. Needs no key.',
  tags: ['Reference'],
  responses: {
    200: {
      description: 'The question',
      content: {
        'application/json': {
          schema: z.strictObject({
            ruleset: z.strictObject({ id: z.string(), version: z.string() }),
            asOf: z.iso.date(),
            family: z.record(z.string(), z.unknown()),
          }),
        },
      },
    },
  },
});

/** What the reference page and the start page offer for trying. */
export function examples(example: Example) {
  return new OpenAPIHono<ServerEnv>().openapi(exampleRoute, (c) =>
    c.json({ ...example, ruleset: { ...example.ruleset } }, 200),
  );
}
