import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { problem, problemAnswer, type ProblemName, problems as catalogue, typeOf } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';

const entry = z
  .strictObject({
    name: z.string(),
    type: z.string(),
    status: z.int(),
    title: z.string(),
    about: z.string().meta({ description: 'What it means and what to do.' }),
  })
  .meta({ id: 'ProblemKind' });

const names = Object.keys(catalogue).filter(isName);

function isName(word: string): word is ProblemName {
  return Object.hasOwn(catalogue, word);
}

function entryOf(name: ProblemName) {
  const { status, title, about } = catalogue[name];
  return { name, type: typeOf(name), status, title, about };
}

const listRoute = createRoute({
  method: 'get',
  path: '/problems',
  summary: 'Every problem this server answers with',
  description: 'Needs no key.',
  tags: ['Reference'],
  responses: {
    200: {
      description: 'The catalogue',
      content: { 'application/json': { schema: z.strictObject({ problems: z.array(entry) }) } },
    },
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/problems/{name}',
  summary: 'One kind of problem',
  description: 'What the `type` of a problem names. Needs no key.',
  tags: ['Reference'],
  request: {
    params: z.strictObject({
      name: z.string().meta({ param: { name: 'name', in: 'path' }, example: 'family-invalid' }),
    }),
  },
  responses: {
    200: { description: 'Its meaning', content: { 'application/json': { schema: entry } } },
    404: problemAnswer('not-found'),
  },
});

/** The catalogue of problems: what the `type` of each resolves to. */
export function problems() {
  return new OpenAPIHono<ServerEnv>()
    .openapi(listRoute, (c) => c.json({ problems: names.map(entryOf) }, 200))
    .openapi(oneRoute, (c) => {
      const { name } = c.req.valid('param');
      return isName(name) ? c.json(entryOf(name), 200) : problem(c, 'not-found');
    });
}
