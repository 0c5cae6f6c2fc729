import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { draftLists } from '../governance/list-drafts.ts';
import { problemAnswer } from '../problem.ts';
import {
  approving,
  beginning,
  checks,
  draft,
  draftSummary,
  event,
  impact,
  reasoned,
  releasing,
  revisionFields,
  saving,
  submitting,
} from './drafts-forms.ts';
import { accepted } from './jobs-contract.ts';
import { always, answer, body, withBody } from './route-parts.ts';

const keyed = { tags: ['Drafts'], security: [{ key: [] }] };
const id = z.string().meta({ param: { name: 'id', in: 'path' }, description: 'Id of the draft.' });
const params = z.strictObject({ id });
const there = { ...always, 404: problemAnswer('draft-not-found') };
const tagged = <Form extends z.ZodType>(schema: Form, description: string) => ({
  ...answer(schema, description),
  headers: {
    ETag: { description: 'The revision that counts, for `If-Match`.', schema: { type: 'string' as const } },
  },
});
const over = z.object({
  'if-match': z.string().optional().meta({ description: 'The `ETag` of the draft as it was read.' }),
});

const known = z.object({
  'if-none-match': z.string().optional().meta({ description: 'The `ETag` that is known.' }),
});

export const listRoute = createRoute({
  ...{ method: 'get', path: '/drafts', summary: 'Drafts that can be seen', ...keyed },
  request: { query: z.strictObject({ list: z.enum(draftLists).default('all') }) },
  responses: {
    200: answer(z.strictObject({ drafts: z.array(draftSummary) }), 'The last changed first'),
    400: problemAnswer('query-invalid'),
    ...always,
  },
});

export const createDraftRoute = createRoute({
  ...{ method: 'post', path: '/drafts', summary: 'Begin a draft', ...keyed },
  description:
    'From nothing, from a version (which is how an old one comes back), laid over a version of another ruleset, or from what is published of a vocabulary, a calendar, unit costs or a programme.',
  request: body(beginning),
  responses: {
    201: tagged(draft, 'The draft'),
    ...withBody,
    403: problemAnswer('not-your-authority'),
    404: problemAnswer(
      'ruleset-not-found',
      'version-not-found',
      'vocabulary-not-found',
      'calendar-not-found',
      'unit-costs-not-found',
      'programme-not-found',
    ),
    409: problemAnswer('id-taken'),
    ...always,
  },
});

export const readDraftRoute = createRoute({
  ...{ method: 'get', path: '/drafts/{id}', summary: 'A draft, with its texts', ...keyed },
  description: 'With the `ETag` that is known in `If-None-Match`: whether another revision counts since.',
  request: { params, headers: known },
  responses: {
    200: tagged(draft, 'The revision that counts'),
    304: { description: 'It is still the one that is known' },
    ...there,
  },
});

export const saveDraftRoute = createRoute({
  ...{ method: 'put', path: '/drafts/{id}', summary: 'Save a draft', ...keyed },
  description:
    'Over the revision in `If-Match`. Where another was saved in between, what was sent is kept as a revision that does not count. A save takes back a submission and voids an approval.',
  request: { params, headers: over, ...body(saving) },
  responses: {
    200: tagged(draft, 'The draft as saved'),
    ...withBody,
    ...there,
    409: problemAnswer('draft-closed'),
    412: problemAnswer('revision-stale'),
    428: problemAnswer('revision-missing'),
  },
});

export const discardDraftRoute = createRoute({
  ...{ method: 'delete', path: '/drafts/{id}', summary: 'Discard a draft', ...keyed },
  description: 'It can still be read, and no longer changed.',
  request: { params },
  responses: { 200: tagged(draft, 'The draft'), ...there, 409: problemAnswer('draft-closed') },
});

export const revisionsRoute = createRoute({
  ...{ method: 'get', path: '/drafts/{id}/revisions', summary: 'Everything that was saved', ...keyed },
  request: { params },
  responses: {
    200: answer(z.strictObject({ revisions: z.array(z.strictObject(revisionFields)) }), 'In order'),
    ...there,
  },
});

export const revisionRoute = createRoute({
  ...{ method: 'get', path: '/drafts/{id}/revisions/{revision}', summary: 'One revision', ...keyed },
  request: {
    params: z.strictObject({
      id,
      revision: z.coerce
        .number()
        .int()
        .positive()
        .meta({ param: { name: 'revision', in: 'path' } }),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({ ...revisionFields, document: z.string(), cases: z.string().nullable() }),
      'Its texts',
    ),
    400: problemAnswer('query-invalid'),
    ...always,
    404: problemAnswer('draft-not-found', 'revision-not-found'),
  },
});

export const checksRoute = createRoute({
  ...{
    method: 'get',
    path: '/drafts/{id}/checks',
    summary: 'Everything wrong with a draft, and what it changes',
    ...keyed,
  },
  request: { params },
  responses: { 200: answer(checks, 'Findings, cases, and edits in words'), ...there },
});

export const draftHistoryRoute = createRoute({
  ...{ method: 'get', path: '/drafts/{id}/history', summary: 'What happened to a draft', ...keyed },
  request: { params },
  responses: { 200: answer(z.strictObject({ events: z.array(event) }), 'In order'), ...there },
});

export const submitRoute = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/submit', summary: 'Submit a draft for approval', ...keyed },
  description:
    'Fixes its number and its hash. Over the revision in `If-Match`. Where a cohort is named, a job begins that weighs over it what the draft changes.',
  request: { params, headers: over, ...body(submitting) },
  responses: {
    200: tagged(draft, 'The draft, submitted'),
    ...withBody,
    ...there,
    403: problemAnswer('not-your-authority', 'not-allowed'),
    404: problemAnswer('draft-not-found', 'cohort-not-found'),
    409: problemAnswer(
      'draft-already-submitted',
      'draft-closed',
      'version-not-higher',
      'approval-stale',
      'cohort-not-whole',
    ),
    422: problemAnswer('draft-fails'),
    428: problemAnswer('revision-missing'),
  },
});

export const approveRoute = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/approve', summary: 'Approve what is submitted', ...keyed },
  description:
    'By its hash, so that nothing is approved that was not read. A reason is wanted where it changes more or less than its author expects, or could not be weighed over the cohort they named.',
  request: { params, ...body(approving) },
  responses: {
    200: tagged(draft, 'The draft, approved'),
    ...withBody,
    ...there,
    403: problemAnswer('own-work'),
    409: problemAnswer(
      'draft-not-submitted',
      'draft-already-approved',
      'draft-closed',
      'approval-stale',
      'impact-awaited',
    ),
    422: problemAnswer('reason-missing'),
  },
});

export const impactRoute = createRoute({
  ...{ method: 'get', path: '/drafts/{id}/impact', summary: 'What a submitted draft changes', ...keyed },
  description: 'Over the cohort and on the day that its author named, beside what they expect.',
  request: { params },
  responses: { 200: answer(impact, 'As far as it is known'), ...there },
});

export const weighRoute = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/impact', summary: 'Weigh a submitted draft again', ...keyed },
  description: 'Where the comparison that its submission asked for came to nothing, or was purged.',
  request: { params },
  responses: {
    202: accepted,
    ...there,
    403: problemAnswer('not-allowed'),
    404: problemAnswer('draft-not-found', 'cohort-not-found', 'ruleset-not-found', 'version-not-found'),
    409: problemAnswer('impact-not-stated', 'cohort-not-whole'),
    422: problemAnswer('draft-fails'),
  },
});

export const sendBackRoute = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/send-back', summary: 'Send a draft back', ...keyed },
  request: { params, ...body(reasoned) },
  responses: {
    200: tagged(draft, 'The draft, to be written on'),
    ...withBody,
    ...there,
    409: problemAnswer('draft-not-submitted', 'draft-closed'),
  },
});

export const releaseDraftRoute = createRoute({
  ...{ method: 'post', path: '/drafts/{id}/release', summary: 'Publish what was approved', ...keyed },
  description:
    'For good. A ruleset is put in force from a day; a vocabulary or calendar from now on, for new versions.',
  request: { params, ...body(z.strictObject({ days: releasing.optional() })) },
  responses: {
    200: tagged(draft, 'The draft, released'),
    ...withBody,
    ...there,
    403: problemAnswer('not-your-authority'),
    409: problemAnswer(
      'draft-not-approved',
      'draft-closed',
      'version-not-higher',
      'already-released',
      'id-taken',
    ),
    422: problemAnswer('reason-missing'),
  },
});
