import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { problemAnswer } from '../problem.ts';
import { event, releasing, withdrawing } from './drafts-forms.ts';
import { always, answer, body, orNull, withBody } from './route-parts.ts';
import { release } from './rulesets-contract.ts';

const versioned = {
  params: z.strictObject({
    id: z.string().meta({ param: { name: 'id', in: 'path' }, example: 'phase-1' }),
    version: z.string().meta({ param: { name: 'version', in: 'path' }, example: '1.0.0' }),
  }),
};
const ofVersion = {
  ...withBody,
  ...always,
  403: problemAnswer('not-your-authority'),
  404: problemAnswer('ruleset-not-found', 'version-not-found'),
};
const releases = { tags: ['Rulesets'], security: [{ key: [] }] };

export const releaseVersionRoute = createRoute({
  ...{ method: 'post', path: '/rulesets/{id}/versions/{version}/release', ...releases },
  summary: 'Put a published version in force for other days',
  request: { ...versioned, ...body(releasing) },
  responses: {
    200: answer(z.strictObject({ release }), 'The release'),
    ...ofVersion,
    409: problemAnswer('already-released'),
    422: problemAnswer('reason-missing'),
  },
});

export const withdrawVersionRoute = createRoute({
  ...{ method: 'post', path: '/rulesets/{id}/versions/{version}/withdraw', ...releases },
  summary: 'Withdraw a version from a day on',
  description:
    'What it had superseded is in force again, where its own release lasts. What was known before stays known.',
  request: { ...versioned, ...body(withdrawing) },
  responses: {
    200: answer(
      z.strictObject({ release, standing: z.array(release), inForce: orNull(release) }),
      'The releases as it leaves them, and what is in force from that day',
    ),
    ...ofVersion,
    409: problemAnswer('not-released'),
  },
});

export const rulesetHistoryRoute = createRoute({
  ...{ method: 'get', path: '/rulesets/{id}/history', summary: 'What happened to a ruleset', ...releases },
  request: { params: z.strictObject({ id: versioned.params.shape.id }) },
  responses: {
    200: answer(z.strictObject({ events: z.array(event) }), 'In order, its drafts’ too'),
    ...always,
    404: problemAnswer('ruleset-not-found'),
  },
});
