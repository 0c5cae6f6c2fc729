import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { claimState } from '../../engine/programme.ts';
import { auditAsked, eventsAsked, id, MOST_EVENTS, reason } from '../claims/asked.ts';
import { claimDocument, claimTotals } from '../claims/document.ts';
import { replacedWindow, sourcedWindow } from '../claims/windows.ts';
import { problemAnswer } from '../problem.ts';
import { asTable } from './as-table.ts';
import { always, limit, params, tagged, whole, withBody } from './claims-parts.ts';
import { answer, body } from './route-parts.ts';

export const windowsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claim-windows',
  summary: 'The days on which claims are taken, each with its source',
  responses: {
    200: answer(
      z
        .strictObject({ windows: z.array(sourcedWindow), replaced: z.array(replacedWindow) })
        .meta({ id: 'ClaimWindows' }),
      'Those that count, by phase and first day; and those that were replaced, the last first',
    ),
    ...always,
  },
});

export const addWindowRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-windows',
  summary: 'Put a claim window in force, in place of the one of its id',
  description:
    'It lies over no other window of its programme and phase. Runs that were begun keep the window that they were begun in.',
  request: body(sourcedWindow.meta({ id: 'SourcedClaimWindow' })),
  responses: {
    201: answer(sourcedWindow, 'As it is in force'),
    ...withBody,
    403: problemAnswer('not-allowed', 'not-your-authority'),
    422: problemAnswer('claim-window-invalid'),
    ...always,
  },
});

export const claimFilters = z.strictObject({
  run: id.optional(),
  family: z.string().min(1).max(200).optional(),
  state: claimState.optional(),
  payment: z.string().min(1).max(80).optional(),
  judged: z
    .literal('false')
    .optional()
    .meta({ description: 'Those that no audit has judged, and that are proposed.' }),
  sampled: z.literal('true').optional().meta({ description: 'Those in the sample of their run.' }),
});

export const claimsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claims',
  summary: 'The ledger: claims and what became of them',
  request: {
    query: claimFilters.extend({
      ...asTable('a row for each claim').shape,
      from: whole(0, 1_000_000).default(0).meta({ type: 'integer' }),
      limit,
    }),
  },
  responses: {
    200: {
      description: 'In the order in which they were made; a table has all of them',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              claims: z.array(claimDocument),
              total: z.int(),
              pence: z.int().meta({ description: 'What all of them, on every page, count for.' }),
              next: z.int().nullable(),
            })
            .meta({ id: 'Claims' }),
        },
        'text/csv': { schema: z.string() },
      },
    },
    400: problemAnswer('query-invalid'),
    404: problemAnswer('claim-run-not-found'),
    ...always,
  },
});

export const claimRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claims/{id}',
  summary: 'One claim',
  request: { params },
  responses: { 200: answer(claimDocument, 'The claim'), 404: problemAnswer('claim-not-found'), ...always },
});

const recorded = answer(
  z.strictObject({ claims: z.array(claimDocument) }).meta({ id: 'ClaimsAfter' }),
  'The claims as they stand then',
);
const eventsRefused = {
  ...withBody,
  403: problemAnswer('not-allowed', 'own-work'),
  404: problemAnswer('claim-not-found'),
  409: problemAnswer('claim-events-refused', 'claim-run-not-open', 'claim-sample-wanted'),
  ...always,
};

export const auditsRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-audits',
  summary: 'Say of claims whether their evidence holds',
  description:
    'One that fails is withdrawn. Nobody judges the claims of a run that they began. All are written, or none.',
  request: body(
    z
      .strictObject({
        events: z.array(auditAsked).min(1).max(MOST_EVENTS),
      })
      .meta({ id: 'ClaimAudits' }),
  ),
  responses: { 200: recorded, ...eventsRefused },
});

export const eventsRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claim-events',
  summary: 'Write down what became of claims: queried, answered, paid, clawed back or withdrawn',
  description: 'Never more is paid than was claimed. All are written, or none.',
  request: body(eventsAsked.meta({ id: 'ClaimEvents' })),
  responses: { 200: recorded, ...eventsRefused },
});

export const apartRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/claims-apart',
  summary: 'Say that a claim is of another family than the one in whose way it stood',
  request: body(
    z.strictObject({ family: z.string().min(1).max(200), claim: id, reason }).meta({ id: 'ClaimApart' }),
  ),
  responses: {
    204: { description: 'It is no longer counted against that family' },
    ...withBody,
    403: problemAnswer('not-allowed'),
    404: problemAnswer('claim-not-found'),
    409: problemAnswer('claim-not-in-doubt'),
    ...always,
  },
});

export const totalsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/claim-totals',
  summary: 'What claims come to: by year of attachment and payment, by claim window, and in all',
  description:
    'Withdrawn claims are left out. `fundedPence` is of the share of families that the ruleset says is funded, rounded as it says, for each group of claims for the same amount.',
  request: { query: asTable('a row for each group').extend({ run: id.optional() }) },
  responses: {
    200: {
      description: 'The sums',
      content: { 'application/json': { schema: claimTotals }, 'text/csv': { schema: z.string() } },
    },
    400: problemAnswer('query-invalid'),
    404: problemAnswer('claim-run-not-found'),
    ...always,
  },
});
