import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { jsonBody } from '../body.ts';
import { claimDocument } from '../claims/document.ts';
import { keptRecord } from '../decisions/kept-record.ts';
import { eraseFamily, exportFamily } from '../decisions/forget.ts';
import type { Deps } from '../deps.ts';
import { writerOf } from '../identity/principal.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { sentRow } from './cohorts-contract.ts';

const keyed = { tags: ['Kept decisions'], security: [{ key: [] }] };
const params = z.object({
  id: z
    .string()
    .meta({ param: { name: 'id', in: 'path' }, description: 'Id of the family.', example: 'F-001' }),
});
const refusals = {
  401: problemAnswer('key-missing', 'key-wrong'),
  404: problemAnswer('family-not-kept'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};

const exportRoute = createRoute({
  method: 'get',
  path: '/families/{id}/export',
  summary: 'Everything that is kept of a family',
  ...keyed,
  request: { params },
  responses: {
    200: {
      description:
        'Every record, each with the family as it was decided, or null where that was withheld; and what cohorts have of it',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              family: z.string(),
              authority: z.string(),
              kept: z.array(
                z.strictObject({
                  decision: keptRecord,
                  family: z.record(z.string(), z.unknown()).nullable(),
                }),
              ),
              cohorts: z
                .array(
                  z.strictObject({
                    cohort: z.string(),
                    family: z.record(z.string(), z.unknown()).nullable(),
                    rows: z.array(sentRow),
                  }),
                )
                .meta({ description: 'Of a family that is held aside, the rows in place of the document.' }),
              jobs: z.array(z.string()).meta({ description: 'Ids of jobs in whose results it is named.' }),
              claims: z.array(claimDocument),
            })
            .meta({ id: 'FamilyExport' }),
        },
      },
    },
    ...refusals,
  },
});

const eraseRoute = createRoute({
  method: 'delete',
  path: '/families/{id}',
  summary: 'Erase what is kept of a family',
  description:
    'Empties its id and record wherever they are kept, and destroys the key of its hashes. It is taken out of every cohort and of the results of every job. Its decisions and claims stay, of nobody; the audit log stays whole and says why.',
  ...keyed,
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              reason: z
                .string()
                .min(1)
                .max(500)
                .meta({ description: 'Goes into the audit log: say nothing of the family in it.' }),
            })
            .meta({ id: 'Erasure' }),
          example: { reason: 'asked for on 3 March' },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'How much was emptied',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              decisions: z.int(),
              documents: z.int(),
              keys: z.int(),
              cohorts: z.int(),
              jobs: z.int(),
              claims: z.int(),
            })
            .meta({ id: 'Erased' }),
        },
      },
    },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    ...refusals,
  },
});

/** What a family may ask for: everything that is kept of it, and that it be forgotten. */
export function families({ store, limits }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.delete('/families/:id', jsonBody(limits.bodyBytes));
  return routes
    .openapi(exportRoute, async (c) => {
      const found = await exportFamily(store, c.get('principal').authority, c.req.valid('param').id);
      if (found === undefined) return problem(c, 'family-not-kept');
      return c.json(found, 200, { 'Cache-Control': 'no-store' });
    })
    .openapi(eraseRoute, async (c) => {
      const family = c.req.valid('param').id;
      const { reason } = c.req.valid('json');
      const erased = await eraseFamily(store, writerOf(c.get('principal')), { family, reason });
      return erased === undefined ? problem(c, 'family-not-kept') : c.json({ ...erased }, 200);
    });
}
