import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Example } from '../example.ts';
import { packageRoot } from '../package-root.ts';
import { problemAnswer } from '../problem.ts';
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

/** Documents that are sent to the server, by the name of their example. */
const documents = [
  'schedule',
  'programme',
  'unit-costs',
  'family-e',
  'counted-costs',
  'counted-sheet',
  'family',
] as const;

const documentRoute = createRoute({
  method: 'get',
  path: '/examples/{name}',
  summary: 'A document to begin with',
  description:
    'A schedule for `POST /projections`, a programme for `POST /programmes`, unit costs and a cost sheet for `POST /cost-sheets`: each with the figures of its sources. Made up are `counted-costs`, `counted-sheet` and `family`: unit costs that count records, a sheet and the family whose records they count. Needs no key.',
  tags: ['Reference'],
  request: {
    params: z.strictObject({ name: z.enum(documents).meta({ param: { name: 'name', in: 'path' } }) }),
  },
  responses: {
    200: {
      description: 'The document',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
    400: problemAnswer('query-invalid'),
  },
});

const anyDocument = z.record(z.string(), z.unknown());

/** Examples that are documents of the rulesets that ship. */
const shipped: Readonly<Partial<Record<(typeof documents)[number], string>>> = {
  programme: 'rulesets/programmes/councils-phase-1.json',
  'unit-costs': 'rulesets/unit-costs/hertfordshire@1.0.0.json',
};

function documentNamed(name: (typeof documents)[number]) {
  const file = path.join(packageRoot, shipped[name] ?? `server/examples/${name}.json`);
  return anyDocument.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What the reference page and the start page offer for trying. */
export function examples(example: Example) {
  return new OpenAPIHono<ServerEnv>()
    .openapi(exampleRoute, (c) => c.json({ ...example, ruleset: { ...example.ruleset } }, 200))
    .openapi(documentRoute, (c) => c.json(documentNamed(c.req.valid('param').name), 200));
}
