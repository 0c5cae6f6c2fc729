import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { role } from '../identity/person.ts';
import { problemAnswer } from '../problem.ts';
import {
  answers,
  asJson,
  authority,
  bodyAnswers,
  email,
  link,
  named,
  pathId,
  person,
  session,
  tagged,
} from './identity-contract.ts';

const params = z.strictObject({ person: pathId('person') });
const missing = { 404: problemAnswer('person-not-found') };
const roles = z
  .array(role)
  .max(10)
  .meta({ example: ['analyst'] });
const described = { name: named(120).meta({ example: 'Ada Lovelace' }), email, authority, roles };

export const listRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/people',
  summary: 'The people of an authority',
  description: 'Those of the authority of whoever asks; all of them where that is `national`.',
  responses: {
    200: { description: 'By name', content: asJson(z.strictObject({ people: z.array(person) })) },
    ...answers,
  },
});

export const addRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/people',
  summary: 'Add a person',
  description:
    'They belong to the authority of whoever adds them; a national administrator may say another. They sign in once they have chosen a password, for which they need a link.',
  request: {
    body: {
      required: true,
      content: asJson(
        z.strictObject({ ...described, authority: authority.optional() }).meta({ id: 'NewPerson' }),
      ),
    },
  },
  responses: {
    201: { description: 'The person', content: asJson(person) },
    ...answers,
    ...bodyAnswers,
    409: problemAnswer('email-taken'),
  },
});

export const changeRoute = createRoute({
  ...tagged,
  method: 'patch',
  path: '/people/{person}',
  summary: 'Change a person’s name, address, roles or authority',
  description: 'What is left out stays as it is. Roles count from the next request on.',
  request: {
    params,
    body: {
      required: true,
      content: asJson(z.strictObject(described).partial().meta({ id: 'PersonChange' })),
    },
  },
  responses: {
    200: { description: 'The person as they are now', content: asJson(person) },
    ...answers,
    ...bodyAnswers,
    ...missing,
    409: problemAnswer('email-taken', 'last-administrator'),
  },
});

export const disableRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/people/{person}/disable',
  summary: 'Keep a person out',
  description: 'Their sessions end, their links are void and their keys are refused, at once.',
  request: { params },
  responses: {
    200: { description: 'The person as they are now', content: asJson(person) },
    ...answers,
    ...missing,
    409: problemAnswer('last-administrator'),
  },
});

export const enableRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/people/{person}/enable',
  summary: 'Let a person in again',
  description: 'With the password they had. Sessions that were ended stay so.',
  request: { params },
  responses: {
    200: { description: 'The person as they are now', content: asJson(person) },
    ...answers,
    ...missing,
  },
});

export const linkRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/people/{person}/password-link',
  summary: 'Make a link with which a person chooses a password',
  description:
    'Good once and for 24 hours; it voids the one before. There is no mail: hand it over yourself.',
  request: { params },
  responses: {
    201: { description: 'The link, shown once', content: asJson(link) },
    ...answers,
    ...missing,
  },
});

export const sessionsRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/people/{person}/sessions',
  summary: 'A person’s sessions that go on',
  request: { params },
  responses: {
    200: { description: 'The newest first', content: asJson(z.strictObject({ sessions: z.array(session) })) },
    ...answers,
    ...missing,
  },
});

export const endSessionRoute = createRoute({
  ...tagged,
  method: 'delete',
  path: '/people/{person}/sessions/{session}',
  summary: 'End a person’s session',
  request: { params: params.extend({ session: pathId('session') }) },
  responses: {
    204: { description: 'It has ended' },
    ...answers,
    404: problemAnswer('person-not-found', 'session-not-found'),
  },
});
