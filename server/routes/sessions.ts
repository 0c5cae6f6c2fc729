import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { clientAddress } from '../identity/client-address.ts';
import { giveSession, takeSession } from '../identity/cookie.ts';
import { emailOf, personByEmail } from '../identity/people.ts';
import { principalOf } from '../identity/person.ts';
import { endOneSession, endOtherSessions, sessionsOf } from '../identity/session.ts';
import { shownAccount, shownSession } from '../identity/shown.ts';
import { signIn } from '../identity/sign-in.ts';
import { attemptSucceeded, countAttempt } from '../identity/throttle.ts';
import { instantOf } from '../identity/times.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import {
  account,
  answers,
  asJson,
  bodyAnswers,
  pathId,
  session,
  tagged,
  uncached,
} from './identity-contract.ts';

const signInRoute = createRoute({
  tags: tagged.tags,
  method: 'post',
  path: '/sessions',
  summary: 'Sign in',
  description:
    'Sets a cookie that no script can read, good for 12 hours and until it is unused for 60 minutes. Needs no key.',
  request: {
    body: {
      required: true,
      content: asJson(z.strictObject({ email: z.string(), password: z.string() }).meta({ id: 'SignIn' })),
    },
  },
  responses: {
    201: { description: 'Signed in', content: asJson(account) },
    ...bodyAnswers,
    401: problemAnswer('sign-in-refused'),
    403: problemAnswer('cross-site'),
    429: problemAnswer('sign-in-throttled'),
    500: problemAnswer('unexpected'),
    503: problemAnswer('store-busy', 'store-failed'),
  },
});

const listRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/sessions',
  summary: 'One’s own sessions that go on',
  responses: {
    200: { description: 'The newest first', content: asJson(z.strictObject({ sessions: z.array(session) })) },
    ...answers,
  },
});

const signOutRoute = createRoute({
  ...tagged,
  method: 'delete',
  path: '/sessions/current',
  summary: 'Sign out',
  responses: { 204: { description: 'The session has ended' }, ...answers },
});

const othersRoute = createRoute({
  ...tagged,
  method: 'delete',
  path: '/sessions/others',
  summary: 'End all of one’s own sessions but this',
  description: 'Wherever else the person is signed in, they are signed out at once.',
  responses: {
    200: { description: 'How many have ended', content: asJson(z.strictObject({ ended: z.int() })) },
    ...answers,
  },
});

const endRoute = createRoute({
  ...tagged,
  method: 'delete',
  path: '/sessions/{session}',
  summary: 'End one of one’s own sessions',
  request: { params: z.strictObject({ session: pathId('session') }) },
  responses: { 204: { description: 'It has ended' }, ...answers, 404: problemAnswer('session-not-found') },
});

/** In and out, and where one is in. */
export function sessions({ behindProxy, clock, limits, log, origin, secret, store }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/sessions', jsonBody(limits.bodyBytes));
  return routes
    .openapi(signInRoute, async (c) => {
      const { email, password } = c.req.valid('json');
      const tried = { email: emailOf(email), address: clientAddress(c, behindProxy) };
      const wait = await countAttempt(store, tried, clock());
      if (wait !== undefined) {
        log.warn({ requestId: c.get('requestId') }, 'a sign-in was throttled');
        c.header('Retry-After', String(wait));
        return problem(c, 'sign-in-throttled');
      }
      const token = secret();
      const person = await signIn(store, await personByEmail(store, email), { password, token });
      if (person === undefined) {
        log.warn({ requestId: c.get('requestId') }, 'a sign-in was refused');
        return problem(c, 'sign-in-refused');
      }
      await attemptSucceeded(store, tried);
      giveSession(c, origin, token);
      return c.json(shownAccount(principalOf(person), person), 201, uncached);
    })
    .openapi(listRoute, async (c) => {
      const found = await sessionsOf(store, c.get('principal').id, instantOf(clock()));
      return c.json({ sessions: found.map((one) => shownSession(one, c.get('session'))) }, 200, uncached);
    })
    .openapi(signOutRoute, async (c) => {
      const principal = c.get('principal');
      await endOneSession(store, principal, { person: principal.id, session: c.get('session') });
      takeSession(c, origin);
      return c.body(null, 204);
    })
    .openapi(othersRoute, async (c) => {
      const ended = await endOtherSessions(store, c.get('principal'), {
        session: c.get('session'),
        now: instantOf(clock()),
      });
      return c.json({ ended }, 200, uncached);
    })
    .openapi(endRoute, async (c) => {
      const principal = c.get('principal');
      const { session: id } = c.req.valid('param');
      const ended = await endOneSession(store, principal, { person: principal.id, session: id });
      return ended ? c.body(null, 204) : problem(c, 'session-not-found');
    });
}
