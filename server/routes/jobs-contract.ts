import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { jobDocument } from '../jobs/document.ts';
import { jobFamily, jobResults, verdictOrNone } from '../jobs/results.ts';
import { selector } from '../library/selector.ts';
import { problemAnswer } from '../problem.ts';
import { requestDay } from '../request-day.ts';

const tagged = { tags: ['Jobs'], security: [{ key: [] }] };
const answers = {
  401: problemAnswer('key-missing', 'key-wrong'),
  404: problemAnswer('job-not-found'),
  500: problemAnswer('unexpected'),
};
const asJson = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
const params = z.strictObject({
  id: z
    .string()
    .max(100)
    .meta({ param: { name: 'id', in: 'path' } }),
});

const MOST_VERSIONS = 8;
export const cohortAsked = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'Id of a cohort that is `whole`.' });
const causes = z.boolean().default(false).meta({
  description:
    'Whether to say which edits cause what changes between neighbouring versions. It takes longer.',
});

/** A version by selector, or the content of a draft as it is now. */
export const versionAsked = z.union([
  ...selector.options,
  z.strictObject({ draft: z.string().min(1).max(100) }),
]);
export type VersionAsked = z.infer<typeof versionAsked>;

export const jobAsked = z
  .strictObject({
    versions: z.array(versionAsked).min(1).max(MOST_VERSIONS),
    cohort: cohortAsked,
    asOf: requestDay,
    restateAttachment: requestDay.optional().meta({
      description: 'Under every version but the first, or under the only one, as if attached on this day.',
    }),
    causes,
  })
  .meta({ id: 'JobAsked' });
export type JobAsked = z.infer<typeof jobAsked>;

const unusable = {
  404: problemAnswer('cohort-not-found', 'draft-not-found', 'ruleset-not-found', 'version-not-found'),
  409: problemAnswer('cohort-not-whole'),
};
const located = { Location: { description: 'Where the job is.', schema: { type: 'string' as const } } };
export const accepted = {
  description: 'It is queued; `Location` says where to ask for it',
  headers: located,
  content: asJson(jobDocument),
};

export const askRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/jobs',
  summary: 'Decide a cohort under one to eight versions',
  description:
    'A draft counts as it is when it is asked, whatever becomes of it. The same versions and days are fixed by hash.',
  request: { body: { required: true, content: asJson(jobAsked) } },
  responses: {
    202: accepted,
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
    401: answers[401],
    403: problemAnswer('not-allowed'),
    ...unusable,
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('nothing-in-force', 'draft-fails'),
    500: answers[500],
  },
});

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number is wanted here')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `${String(least)} to ${String(most)} is wanted here`);

export const listRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/jobs',
  summary: 'The jobs of one’s authority',
  request: {
    query: z.strictObject({
      cohort: z.string().max(100).optional().meta({ description: 'Those over this cohort.' }),
      after: z.string().max(100).optional().meta({ description: 'Id of the last one of the page before.' }),
      limit: whole(1, 200).default(50).meta({ type: 'integer' }),
    }),
  },
  responses: {
    200: {
      description: 'The newest first',
      content: asJson(
        z
          .strictObject({
            jobs: z.array(jobDocument),
            next: z.string().nullable().meta({ description: '`after` of the next page.' }),
            counts: z
              .array(z.strictObject({ authority: z.string(), jobs: z.int(), families: z.int() }))
              .optional()
              .meta({ description: 'Finished jobs of every authority; there where a national reader asks.' }),
          })
          .meta({ id: 'Jobs' }),
      ),
    },
    400: problemAnswer('query-invalid'),
    401: answers[401],
    500: answers[500],
  },
});

export const readRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/jobs/{id}',
  summary: 'One job: its question, its state, how far it is',
  request: { params },
  responses: { 200: { description: 'The job', content: asJson(jobDocument) }, ...answers },
});

export const eventsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/jobs/{id}/events',
  summary: 'How a job goes on, as server-sent events',
  description:
    '`progress` whenever it has come further, `end` once it has ended; the data of each is the job. A comment comes every 15 seconds.',
  request: { params },
  responses: {
    200: { description: 'Until it has ended', content: { 'text/event-stream': { schema: z.string() } } },
    ...answers,
  },
});

export const cancelRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/jobs/{id}/cancel',
  summary: 'Cancel a job',
  description: 'It stops at the next block of families, and what came of it so far is removed.',
  request: { params },
  responses: {
    200: { description: 'What it is now', content: asJson(jobDocument) },
    ...answers,
    409: problemAnswer('job-ended'),
  },
});

const position = whole(0, MOST_VERSIONS - 1)
  .optional()
  .meta({ type: 'integer', description: 'Position of a version in the question, from 0.' });
const as = z.enum(['json', 'csv', 'xlsx']).default('json').meta({
  description: 'As CSV or as a workbook no cell is a formula.',
});
const files = {
  'text/csv': { schema: z.string() },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: z.string() },
};
const unfinished = problemAnswer('job-not-finished');

export const resultsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/jobs/{id}/results',
  summary: 'What a cohort comes to under each version, and what changes between them',
  request: { params, query: z.strictObject({ left: position, right: position, as }) },
  responses: {
    200: {
      description: 'Neighbouring versions, or the two that are asked for',
      content: { ...asJson(jobResults), ...files },
    },
    400: problemAnswer('query-invalid'),
    ...answers,
    409: unfinished,
  },
});

export const listingQuery = z.strictObject({
  left: position,
  right: position,
  changed: z.enum(['true', 'false']).optional(),
  path: z.string().max(400).optional().meta({
    description:
      'A path of `verdicts`: those of which it is `from` on the left and `to` on the right; where neither is said, those of which it differs.',
  }),
  from: z.enum([...verdictOrNone.unwrap().options, 'none']).optional(),
  to: z.enum([...verdictOrNone.unwrap().options, 'none']).optional(),
  payment: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Those of which the pence due or possible of this payment differ.' }),
  edit: whole(0, 99_999)
    .optional()
    .meta({ type: 'integer', description: 'The number of an edit: those that it helps to explain.' }),
  wrong: z.literal('true').optional().meta({ description: 'Those that could not be decided.' }),
  cursor: z
    .string()
    .regex(/^\d{1,9}\.\d{1,9}$/)
    .optional()
    .meta({ description: 'The `next` of the page before.' }),
  limit: whole(1, 500).default(100).meta({ type: 'integer' }),
  as,
});
export type Listing = z.infer<typeof listingQuery>;

export const familiesRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/jobs/{id}/families',
  summary: 'The families behind a number',
  description:
    'Between `left` and `right`, the first two versions unless asked otherwise; every condition narrows them. As CSV or as a workbook all of them come, not a page.',
  request: { params, query: listingQuery },
  responses: {
    200: {
      description: 'In the order of the cohort',
      content: {
        ...asJson(
          z
            .strictObject({ families: z.array(jobFamily), next: z.string().nullable() })
            .meta({ id: 'JobFamilies' }),
        ),
        ...files,
      },
    },
    400: problemAnswer('query-invalid'),
    ...answers,
    409: unfinished,
    422: problemAnswer('export-too-long'),
  },
});
