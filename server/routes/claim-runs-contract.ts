import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { id, runAsked, sampleAsked, submissionAsked, withdrawalAsked } from '../claims/asked.ts';
import { claimRunDocument, heldDocument } from '../claims/document.ts';
import { problemAnswer } from '../problem.ts';
import { always, limit, params, tagged, withBody } from './claims-parts.ts';
import { answer, body } from './route-parts.ts';

const run = (description: string) => answer(claimRunDocument, description);

export const beginRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-runs',
  summary: 'Begin a claim run: freeze a cohort, a version, a day and its window',
  request: body(runAsked),
  responses: {
    201: run('The run; nothing is proposed yet'),
    ...withBody,
    403: problemAnswer('not-allowed', 'not-your-authority'),
    404: problemAnswer('cohort-not-found', 'ruleset-not-found', 'version-not-found'),
    409: problemAnswer('cohort-not-whole'),
    422: problemAnswer('outside-claim-windows', 'version-not-in-force', 'nothing-in-force'),
    ...always,
  },
});

export const runsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claim-runs',
  summary: 'The claim runs of one’s authority',
  request: {
    query: z.strictObject({
      after: id.optional().meta({ description: 'A run; those that are older follow.' }),
      limit,
    }),
  },
  responses: {
    200: answer(
      z
        .strictObject({ runs: z.array(claimRunDocument), next: z.string().nullable() })
        .meta({ id: 'ClaimRuns' }),
      'The newest first',
    ),
    400: problemAnswer('query-invalid'),
    404: problemAnswer('claim-run-not-found'),
    ...always,
  },
});

const found = { 404: problemAnswer('claim-run-not-found') };

export const runRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claim-runs/{id}',
  summary: 'One claim run',
  request: { params },
  responses: { 200: run('The run'), ...found, ...always },
});

export const nextRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-runs/{id}/next',
  summary: 'Propose what is claimable of the next families of the cohort',
  description:
    'Some 200 families at a time, in one transaction. Go on while the state is `proposing`; a run that stopped goes on where it was. Without a cohort, it ends the proposing.',
  request: { params },
  responses: {
    200: run('The run as it stands then'),
    403: problemAnswer('not-allowed'),
    ...found,
    409: problemAnswer('claim-run-not-open', 'claim-cohort-changed'),
    422: problemAnswer('version-not-in-force'),
    429: problemAnswer('too-busy'),
    ...always,
  },
});

export const oneRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-runs/{id}/claims',
  summary: 'Propose one payment of one family',
  description:
    'The amount is what the version gives on the day of the run. One that is stated is compared with it.',
  request: {
    params,
    ...body(
      z
        .strictObject({
          family: z.record(z.string(), z.unknown()).meta({ $ref: '#/components/schemas/Family' }),
          payment: z.string().min(1).max(80),
          pence: z.int().min(0).optional(),
        })
        .meta({ id: 'ClaimAsked' }),
    ),
  },
  responses: {
    201: run('The run with the claim in it'),
    ...withBody,
    403: problemAnswer('not-allowed'),
    ...found,
    409: problemAnswer('claim-run-not-open'),
    422: problemAnswer('claim-refused', 'family-invalid', 'version-not-in-force'),
    429: problemAnswer('too-busy'),
    ...always,
  },
});

export const heldRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claim-runs/{id}/held',
  summary: 'What a run did not propose although something may be due, and why',
  request: { params },
  responses: {
    200: answer(
      z.strictObject({ held: z.array(heldDocument) }).meta({ id: 'HeldClaims' }),
      'In the order of the cohort',
    ),
    ...found,
    ...always,
  },
});

export const sampleRunRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-runs/{id}/sample',
  summary: 'Draw the audit sample of a run that is proposed',
  description:
    'As `GET /decision-samples` draws: whoever has the seed, and the risks where there are any, draws the same claims again. Ten per cent is believed to have been asked for; no source that could be read says so.',
  request: { params, ...body(sampleAsked) },
  responses: {
    200: run('The run with its sample'),
    ...withBody,
    403: problemAnswer('not-allowed'),
    ...found,
    409: problemAnswer('claim-run-not-open'),
    422: problemAnswer('claim-sample-invalid'),
    ...always,
  },
});

export const submitRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-runs/{id}/submit',
  summary: 'Submit what a run proposed, once its sample is judged',
  request: { params, ...body(submissionAsked) },
  responses: {
    200: run('The run, submitted'),
    ...withBody,
    403: problemAnswer('not-allowed'),
    ...found,
    409: problemAnswer('claim-run-not-open', 'claim-sample-wanted', 'claim-events-refused'),
    422: problemAnswer('outside-claim-windows', 'version-not-in-force'),
    ...always,
  },
});

export const withdrawRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-runs/{id}/withdraw',
  summary: 'Withdraw a run that is not submitted, with every claim of it',
  request: { params, ...body(withdrawalAsked) },
  responses: {
    200: run('The run, withdrawn'),
    ...withBody,
    403: problemAnswer('not-allowed'),
    ...found,
    409: problemAnswer('claim-run-not-open'),
    ...always,
  },
});
