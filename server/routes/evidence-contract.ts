import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { evidencePack, MOST_DECISIONS } from '../evidence/format.ts';
import { problemAnswer } from '../problem.ts';

const audited = { tags: ['Audit of decisions'], security: [{ key: [] }] };

const as = z.enum(['json', 'html']).default('json').meta({
  description: '`html`: one page without script that prints well, and carries the JSON.',
});

const responses = {
  200: {
    description: 'The pack. `threshold verify` checks either form without a server.',
    headers: z.object({
      'Threshold-Pack': z
        .string()
        .meta({ description: 'The hash of the pack, which the audit log has too.' }),
    }),
    content: { 'application/json': { schema: evidencePack }, 'text/html': { schema: z.string() } },
  },
  401: problemAnswer('key-missing', 'key-wrong'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};

const several = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one)]);

export const familyPackRoute = createRoute({
  method: 'get',
  path: '/families/{id}/evidence-pack',
  summary: 'Why the kept decisions of a family came out as they did, to be checked anywhere',
  description: `One self-contained document: the decisions, the family’s record as decided, the rules in words and whole, the entries of the audit log that wrote them, and a hash of every part. Each decision is made again while it is put together. At most ${String(MOST_DECISIONS)} decisions. That it was made is in the audit log.`,
  ...audited,
  request: {
    params: z.object({
      id: z
        .string()
        .meta({ param: { name: 'id', in: 'path' }, description: 'Id of the family.', example: 'F-001' }),
    }),
    query: z.strictObject({
      record: several(z.string().min(1).max(200))
        .optional()
        .meta({
          type: 'array',
          items: { type: 'string' },
          description: 'Id of a record; may be given again. Without it all that are kept of the family.',
        }),
      as,
    }),
  },
  responses: {
    ...responses,
    400: problemAnswer('query-invalid'),
    404: problemAnswer('family-not-kept', 'decision-not-found'),
    422: problemAnswer('pack-too-large'),
  },
});

export const decisionPackRoute = createRoute({
  method: 'get',
  path: '/decisions/{id}/evidence-pack',
  summary: 'The evidence pack of one kept decision, also where its family was erased',
  ...audited,
  request: {
    params: z.object({
      id: z.string().meta({
        param: { name: 'id', in: 'path' },
        description: 'Id of the record, or of the decision (`sha256:…`): then the newest record of it.',
      }),
    }),
    query: z.strictObject({ as }),
  },
  responses: {
    ...responses,
    400: problemAnswer('query-invalid'),
    404: problemAnswer('decision-not-found'),
  },
});
