import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { completeness } from '../cohorts/completeness.ts';
import { cohortFinding } from '../cohorts/finding.ts';
import { ledgerClaims } from '../forecast/ledger-claims.ts';
import { problemAnswer } from '../problem.ts';
import { mending } from './cohort-mending.ts';

const tagged = { tags: ['Cohorts'], security: [{ key: [] }] };
const answers = {
  401: problemAnswer('key-missing', 'key-wrong'),
  404: problemAnswer('cohort-not-found'),
  500: problemAnswer('unexpected'),
};
const asJson = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
const asText = (type: string) => ({ [type]: { schema: z.string() } });

/** An id that a sender may choose, and that nobody guesses. */
export const cohortId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{7,63}$/, '8 to 64 letters, digits and hyphens are wanted here');

const params = z.strictObject({
  id: z
    .string()
    .max(100)
    .meta({ param: { name: 'id', in: 'path' } }),
});
const familyParams = params.extend({
  family: z
    .string()
    .max(500)
    .meta({ param: { name: 'family', in: 'path' } }),
});

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number is wanted here')
    .transform(Number)
    .refine((n) => n <= most, `${String(most)} at most is wanted here`);
const pageQuery = z.strictObject({
  from: whole(999_999_999)
    .default(0)
    .meta({ type: 'integer', description: 'Position of the first one, from 0.' }),
  limit: whole(1000).default(100).meta({ type: 'integer', description: '1,000 at most.' }),
});
const paged = <Item extends z.ZodType>(item: Item, id: string) =>
  z
    .strictObject({
      items: z.array(item),
      total: z.int(),
      next: z.int().nullable().meta({ description: '`from` of the next page; null at the end.' }),
    })
    .meta({ id });

const fileNote = z.strictObject({
  file: z.string(),
  sheet: z.string().optional(),
  rows: z.int().meta({ description: 'Rows under the header, or lines.' }),
  encoding: z.enum(['utf-8', 'windows-1252']).optional(),
  delimiter: z.enum(['comma', 'semicolon', 'tab']).optional(),
  days: z.enum(['iso', 'day-first', 'mixed']).optional(),
});

const listed = z.strictObject({
  id: z.string(),
  title: z.string(),
  authority: z.string(),
  state: z.enum(['receiving', 'open', 'whole', 'cancelled', 'purged']).meta({
    description:
      '`open`: received, and rows are held aside until they are mended or left out. Only a `whole` one may be used.',
  }),
  vocabulary: z.string().meta({ description: 'What its files are read in: `family@1`.' }),
  vocabularyHash: z.string(),
  createdAt: z.string(),
  createdBy: z.strictObject({ actor: z.string(), name: z.string() }),
  endedAt: z.string().nullable().meta({ description: 'When it became whole, was cancelled or was purged.' }),
  revision: z.int().meta({ description: 'Grows with whatever changes its families.' }),
  families: z.int(),
  held: z.int().meta({ description: 'Families, or rows of nobody, that are held aside.' }),
  findings: z.int(),
  leftOut: z.int().meta({ description: 'Rows that were left out.' }),
  erased: z.int().meta({ description: 'Families that were erased from it since.' }),
  hash: z
    .string()
    .nullable()
    .meta({ description: 'Over the hashes of its families in order; null until it is whole.' }),
});

export const cohortDocument = listed
  .extend({
    files: z.array(fileNote),
    notes: z.array(cohortFinding).meta({ description: 'Read as it stands, and worth a look.' }),
    faults: z.array(cohortFinding).meta({ description: 'For which nothing of it was kept.' }),
    completeness: completeness.nullable().meta({ description: 'Null until it is whole.' }),
    progress: z
      .strictObject({ bytes: z.int(), rows: z.int() })
      .nullable()
      .meta({ description: 'How much this server has read of it, while it receives it.' }),
  })
  .meta({ id: 'Cohort' });
export type CohortDocument = z.infer<typeof cohortDocument>;

export const listRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts',
  summary: 'The cohorts of one’s authority',
  request: {
    query: z.strictObject({
      after: z.string().max(100).optional().meta({ description: 'Id of the last one of the page before.' }),
      limit: whole(200).default(50).meta({ type: 'integer', description: '200 at most.' }),
    }),
  },
  responses: {
    200: {
      description: 'The newest first',
      content: asJson(
        z
          .strictObject({
            cohorts: z.array(listed.meta({ id: 'ListedCohort' })),
            next: z.string().nullable().meta({ description: '`after` of the next page.' }),
            counts: z
              .array(z.strictObject({ authority: z.string(), cohorts: z.int(), families: z.int() }))
              .optional()
              .meta({ description: 'Whole cohorts of every authority; there where a national reader asks.' }),
          })
          .meta({ id: 'Cohorts' }),
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
  path: '/cohorts/{id}',
  summary: 'One cohort: its state, its progress, how much is known of what',
  request: { params },
  responses: { 200: { description: 'The cohort', content: asJson(cohortDocument) }, ...answers },
});

export const purgeRoute = createRoute({
  ...tagged,
  method: 'delete',
  path: '/cohorts/{id}',
  summary: 'Cancel or purge a cohort',
  description:
    'Deletes its families. One that was whole keeps its entry, hash and counts; an upload that is under way ends.',
  request: { params },
  responses: {
    200: { description: 'What it is now', content: asJson(cohortDocument) },
    ...answers,
    409: problemAnswer('cohort-gone'),
  },
});

export const familiesRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts/{id}/families',
  summary: 'The ids of a cohort’s families, a page at a time',
  request: { params, query: pageQuery },
  responses: {
    200: {
      description: 'In the order of the cohort',
      content: asJson(paged(z.string(), 'CohortFamilies')),
    },
    400: problemAnswer('query-invalid'),
    ...answers,
  },
});

export const familiesTextRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts/{id}/families.ndjson',
  summary: 'All families of a cohort, a line each',
  description:
    'In the order of the cohort, as they are kept: what is sent again is the same cohort. It must be `whole`. With `ledgerClaims=true` each family has in its record the claims of the caller’s ledger that count now, whichever day they are decided on; those of other authorities for the same family too.',
  request: {
    params,
    query: z.strictObject({
      ledgerClaims: ledgerClaims.meta({ description: 'It needs the permission `claims:read` too.' }),
    }),
  },
  responses: {
    200: { description: 'A family a line', content: asText('application/x-ndjson') },
    400: problemAnswer('query-invalid'),
    ...answers,
    409: problemAnswer('cohort-not-whole'),
  },
});

export const familyRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts/{id}/families/{family}',
  summary: 'One family of a cohort',
  request: { params: familyParams },
  responses: {
    200: { description: 'As it was sent', content: asJson(z.record(z.string(), z.unknown())) },
    ...answers,
    404: problemAnswer('cohort-not-found', 'cohort-family-not-found'),
  },
});

export const sentRow = z.strictObject({
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int(),
  table: z.string().optional(),
  cells: z
    .record(z.string(), z.string())
    .meta({ description: 'By column, as they were sent; blank ones left out.' }),
  surplus: z
    .array(z.string())
    .readonly()
    .optional()
    .meta({ description: 'Cells to the right of the last header.' }),
  text: z.string().optional().meta({ description: 'The line of NDJSON.' }),
  fault: z.enum(['too-long', 'not-utf-8']).optional(),
});

export const heldRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts/{id}/held',
  summary: 'The rows that are held aside, with what is wrong with them',
  request: { params, query: pageQuery },
  responses: {
    200: {
      description: 'A family at a time, in the order of the cohort',
      content: asJson(
        paged(
          z.strictObject({
            family: z
              .string()
              .nullable()
              .meta({ description: 'Null where the rows do not say whose they are.' }),
            rows: z.array(sentRow),
            findings: z.array(cohortFinding),
          }),
          'CohortHeld',
        ),
      ),
    },
    400: problemAnswer('query-invalid'),
    ...answers,
  },
});

export const findingsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts/{id}/findings',
  summary: 'What is wrong with a cohort, row by row',
  request: { params, query: pageQuery },
  responses: {
    200: {
      description: 'In the order of the families',
      content: asJson(
        paged(
          cohortFinding.extend({ family: z.string().nullable() }).meta({ id: 'ListedCohortFinding' }),
          'CohortFindings',
        ),
      ),
    },
    400: problemAnswer('query-invalid'),
    ...answers,
  },
});

export const findingsCsvRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/cohorts/{id}/findings.csv',
  summary: 'The same as CSV, all of it',
  description: 'No cell is a formula: what a spreadsheet would take for one has an apostrophe before it.',
  request: { params },
  responses: { 200: { description: 'A row a finding', content: asText('text/csv') }, ...answers },
});

export const rowsRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/cohorts/{id}/rows',
  summary: 'Send corrected rows of a cohort, and those alone',
  description:
    'The rows that are held aside are read again with what was sent; the rest stays as it is. Once nothing is held the cohort is whole.',
  request: { params, body: { required: true, content: asJson(mending) } },
  responses: {
    200: { description: 'What it is now', content: asJson(cohortDocument) },
    400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
    ...answers,
    409: problemAnswer('cohort-not-open', 'cohort-changed'),
    413: problemAnswer('body-too-large'),
    415: problemAnswer('content-type-unsupported'),
    422: problemAnswer('rows-invalid'),
  },
});
