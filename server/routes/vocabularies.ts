import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import * as z from 'zod';
import { familySchema } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';

const vocabularyRoute = createRoute({
  method: 'get',
  path: '/vocabularies/{id}',
  summary: 'What a family may hold',
  description:
    'The vocabulary itself, and the JSON Schema (2020-12) of a family in it: what is required, and what is optional.',
  tags: ['Rulesets'],
  security: [{ key: [] }],
  request: {
    params: z.strictObject({
      id: z.string().meta({ param: { name: 'id', in: 'path' }, example: 'family@1' }),
    }),
  },
  responses: {
    200: {
      description: 'The vocabulary, its hash and the schema',
      content: {
        'application/json': {
          schema: z.strictObject({
            id: z.string(),
            title: z.string(),
            hash: z.string(),
            document: z.record(z.string(), z.unknown()),
            familySchema: z.record(z.string(), z.unknown()),
          }),
        },
      },
    },
    401: problemAnswer('key-missing', 'key-wrong'),
    404: problemAnswer('vocabulary-not-found'),
    500: problemAnswer('unexpected'),
  },
});

/** What a family may hold, and its form, as data. */
export function vocabularies({ shelf }: Pick<Deps, 'shelf'>) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.use('/vocabularies/*', etag());
  return routes.openapi(vocabularyRoute, async (c) => {
    const { basis } = await shelf.current();
    const { id } = c.req.valid('param');
    const held = basis.vocabularies.get(id);
    if (held === undefined) {
      return problem(c, 'vocabulary-not-found', { vocabularies: [...basis.vocabularies.keys()] });
    }
    const { document, hash } = held;
    const whole: Readonly<Record<string, unknown>> = document;
    const answer = {
      id,
      title: document.title,
      hash,
      document: whole,
      familySchema: familySchema(document),
    };
    return c.json(answer, 200, { 'Cache-Control': 'private, no-cache' });
  });
}
