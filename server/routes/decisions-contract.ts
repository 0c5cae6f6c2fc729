import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { verdicts } from '../../engine/index.ts';
import { keptRecord } from '../decisions/kept-record.ts';
import { replayed } from '../decisions/replay.ts';
import { problemAnswer } from '../problem.ts';
import { requestDay } from '../request-day.ts';

const hash = z.string();
const keyed = { tags: ['Kept decisions'], security: [{ key: [] }] };
const refusals = {
  401: problemAnswer('key-missing', 'key-wrong'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};

const several = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one)]);
const instant = z.iso.datetime();

/** By what kept decisions are asked for. */
export const decisionFilters = z.strictObject({
  ruleset: z.string().optional(),
  version: z.string().optional(),
  hash: hash.optional(),
  asOfFrom: requestDay.optional(),
  asOfTo: requestDay.optional().meta({ description: 'The first day outside.' }),
  keptFrom: instant.optional(),
  keptTo: instant.optional().meta({ description: 'The first instant outside.' }),
  who: z.string().optional(),
  family: z.string().optional().meta({ description: 'Id of the family: none of one that was erased.' }),
  supersedes: z.string().optional().meta({ description: 'The record that it stands in for.' }),
  superseded: z.enum(['true', 'false']).optional(),
  restsOn: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .optional()
    .meta({ description: 'The hash of a version, a vocabulary or a calendar.' }),
  node: several(z.string())
    .optional()
    .meta({
      type: 'array',
      items: { type: 'string' },
      description:
        'Id of a criterion, route, outcome, part, payment or place; may be given again. Each is paired with the `verdict` in the same position.',
    }),
  verdict: several(z.enum(verdicts))
    .optional()
    .meta({
      type: 'array',
      items: { type: 'string', enum: [...verdicts] },
      description: 'Inside a quantifier a place has every verdict that any member has there.',
    }),
  onlyBecause: z.string().optional().meta({
    description:
      'A place. With one `node` that is `met`: those that would not be, were this place `not-met` where it is `not-applicable`.',
  }),
});
export type AskedFilters = z.infer<typeof decisionFilters>;

const query = decisionFilters.extend({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((n) => n >= 1 && n <= 200, 'a whole number from 1 to 200 is wanted here')
    .default(50)
    .meta({ type: 'integer' }),
  cursor: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional()
    .meta({ description: 'The `next` of the page before.' }),
});

export const decisionsRoute = createRoute({
  method: 'get',
  path: '/decisions',
  summary: 'Find kept decisions by what they rest on and by any verdict',
  description:
    'Those of the caller’s authority, the newest first. A national caller also sees how many there are of each authority, and no more of them.',
  ...keyed,
  request: { query },
  responses: {
    200: {
      description: 'A page, and how many there are in all',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              count: z.int(),
              counts: z.array(z.strictObject({ authority: z.string(), decisions: z.int() })).optional(),
              decisions: z.array(keptRecord),
              next: z.string().nullable(),
            })
            .meta({ id: 'KeptDecisions' }),
        },
      },
    },
    400: problemAnswer('query-invalid'),
    ...refusals,
  },
});

const id = z.string().meta({
  param: { name: 'id', in: 'path' },
  description: 'Id of the record, or of the decision (`sha256:…`): then the newest record of it.',
});

export const decisionRoute = createRoute({
  method: 'get',
  path: '/decisions/{id}',
  summary: 'One kept decision',
  ...keyed,
  request: { params: z.object({ id }) },
  responses: {
    200: { description: 'The record', content: { 'application/json': { schema: keptRecord } } },
    404: problemAnswer('decision-not-found'),
    ...refusals,
  },
});

export const replayRoute = createRoute({
  method: 'post',
  path: '/decisions/{id}/replay',
  summary: 'Make a kept decision again',
  description:
    'Under the very version, on the very day, of the very family. A family that was withheld may be given; it is told by its keyed hash.',
  ...keyed,
  request: {
    params: z.object({ id }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              family: z
                .record(z.string(), z.unknown())
                .optional()
                .meta({ $ref: '#/components/schemas/Family' }),
            })
            .meta({ id: 'ReplayQuestion' }),
          example: {},
        },
      },
    },
  },
  responses: {
    200: { description: 'What it came to', content: { 'application/json': { schema: replayed } } },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
    404: problemAnswer('decision-not-found'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    ...refusals,
  },
});
