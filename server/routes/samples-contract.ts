import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { verdicts } from '../../engine/index.ts';
import { distance } from '../decisions/how-far.ts';
import { replayed } from '../decisions/replay.ts';
import { riskForm } from '../decisions/risk-text.ts';
import { problemAnswer } from '../problem.ts';
import { decisionFilters } from './decisions-contract.ts';

/** A sample is looked through by people: no larger one is drawn. */
export const MOST_DRAWN = 1000;
/** Records that one call has made again. */
export const MOST_REPLAYED = 200;
/** Decisions that one page of near misses looks at: each is folded again for every place that is not met. */
export const LOOKED_AT = 50;
/** Combinations that are listed; the rest is counted. */
export const MOST_COMBINATIONS = 500;

const audited = { tags: ['Audit of decisions'], security: [{ key: [] }] };
const refusals = {
  401: problemAnswer('key-missing', 'key-wrong'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};
const verdict = z.enum(verdicts);
const decisions = z.int().min(0);
const ofVersion = z.strictObject({ id: z.string(), version: z.string(), hash: z.string() });
const several = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one)]);

const drawing = decisionFilters.extend({
  seed: z.string().min(1).max(200).meta({
    description: 'Whoever has it draws the same sample of the same decisions.',
    example: 'spring 2026',
  }),
  percent: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/)
    .transform(Number)
    .refine((share) => share <= 100, 'at most 100 is wanted here')
    .default(0)
    .meta({ type: 'number', description: 'Of the decisions found, rounded up.', example: 5 }),
  minimum: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .default(0)
    .meta({ type: 'integer', description: 'At least so many, where there are as many.' }),
  risk: several(z.string().regex(riskForm, 'a risk reads `node:verdict:weight`'))
    .optional()
    .meta({
      type: 'array',
      items: { type: 'string' },
      description:
        'A decision weighs 1, and so much more for each of these verdicts that it has: each reads `node:verdict:weight`, of a criterion, route, outcome, part (`outcome.part`), payment or `eligibility`, as `education:unknown:5`. Who weighs twice as much is drawn about twice as soon.',
    }),
});
export type AskedSample = z.infer<typeof drawing>;

const drawn = z.strictObject({
  record: z.string(),
  id: z.string().nullable(),
  family: z.string().nullable(),
  ruleset: ofVersion,
  asOf: z.iso.date(),
  eligibility: verdict,
  totalDuePence: z.int(),
  weight: z.int().min(1),
  ticket: z.string().meta({
    description: 'The first 13 hexadecimal digits of the SHA-256 of the seed, a line feed and the record.',
  }),
});

export const sampleRoute = createRoute({
  method: 'get',
  path: '/decision-samples',
  summary: 'Draw a sample of kept decisions that somebody else can draw again',
  description:
    'Of the decisions that the filters find. Each has a ticket `t`, the start of the SHA-256 of the seed and its record; with `u = (t + 0.5) / 2^52`, those of the smallest `-ln(u) / weight` are drawn. The digest of the population tells whether somebody who draws again draws from the same: give `keptTo`, so that decisions kept later are no part of it.',
  ...audited,
  request: { query: drawing },
  responses: {
    200: {
      description: 'The sample, in the order in which it was drawn',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              seed: z.string(),
              percent: z.number(),
              minimum: z.int(),
              population: z.strictObject({
                decisions,
                sha256: z.string().meta({ description: 'Over the records in order, a line feed between.' }),
              }),
              risks: z.array(z.strictObject({ node: z.string(), verdict, weight: z.int(), decisions })),
              sample: z.array(drawn),
            })
            .meta({ id: 'DecisionSample' }),
        },
      },
    },
    400: problemAnswer('query-invalid'),
    ...refusals,
  },
});

export const combinationsRoute = createRoute({
  method: 'get',
  path: '/decision-combinations',
  summary: 'Which verdicts of criteria come together, how often, and what is due',
  ...audited,
  request: { query: decisionFilters },
  responses: {
    200: {
      description: 'By version, the most frequent first',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              decisions,
              combinations: z.array(
                z.strictObject({
                  ruleset: ofVersion,
                  criteria: z.array(z.strictObject({ id: z.string(), verdict })),
                  decisions,
                  eligibility: z.strictObject({
                    met: decisions,
                    'not-met': decisions,
                    unknown: decisions,
                    'not-applicable': decisions,
                  }),
                  duePence: z.int(),
                  possiblePence: z.int(),
                }),
              ),
              more: z.int().min(0).meta({ description: 'Combinations that are not listed.' }),
            })
            .meta({ id: 'DecisionCombinations' }),
        },
      },
    },
    400: problemAnswer('query-invalid'),
    ...refusals,
  },
});

const nearMiss = decisionFilters.omit({ node: true, verdict: true, onlyBecause: true }).extend({
  of: z.string().meta({
    description: 'A criterion, route, outcome, part, payment or `eligibility` that is `not-met`.',
    example: 'eligibility',
  }),
  cursor: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional()
    .meta({ description: 'The `next` of the page before.' }),
});

export const nearMissesRoute = createRoute({
  method: 'get',
  path: '/decision-near-misses',
  summary: 'Kept decisions that are one condition short, and which',
  description: `Looks at ${String(LOOKED_AT)} decisions a page, the newest first, of which the one asked for is \`not-met\`. A comparison of a fact is named where the verdict would be \`met\`, were it \`met\` wherever it is \`not-met\`. Many pages have none: go on while there is a \`next\`.`,
  ...audited,
  request: { query: nearMiss },
  responses: {
    200: {
      description: 'Those of the page that are one condition short',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              looked: decisions.meta({ description: 'Decisions of the page.' }),
              nearMisses: z.array(
                z.strictObject({
                  record: z.string(),
                  id: z.string().nullable(),
                  family: z.string().nullable(),
                  ruleset: ofVersion,
                  asOf: z.iso.date(),
                  places: z.array(z.string()),
                  howFar: z.array(distance).meta({
                    description:
                      'What was found at each place, and what is asked for there: a member at a time. Nothing where the family was withheld.',
                  }),
                }),
              ),
              next: z.string().nullable(),
            })
            .meta({ id: 'NearMisses' }),
        },
      },
    },
    400: problemAnswer('query-invalid'),
    ...refusals,
  },
});

export const replaysRoute = createRoute({
  method: 'post',
  path: '/decision-replays',
  summary: 'Make many kept decisions again',
  description: `At most ${String(MOST_REPLAYED)} at a time, each under the very version, on the very day, of the very family.`,
  ...audited,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({ records: z.array(z.string()).min(1).max(MOST_REPLAYED) })
            .meta({ id: 'ReplaysQuestion' }),
          example: { records: ['0b5f…'] },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What each came to, in the order asked, and how many came to what',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              results: z.array(z.strictObject({ record: z.string(), replayed })),
              counts: z.strictObject({
                same: decisions,
                'same-result-other-trace': decisions,
                different: decisions,
                'cannot-be-replayed': decisions,
              }),
              missing: z.array(z.string()).meta({ description: 'Records that are not here.' }),
            })
            .meta({ id: 'Replays' }),
        },
      },
    },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    ...refusals,
  },
});
