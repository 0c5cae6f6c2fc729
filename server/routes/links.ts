import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import type { Result } from '../../engine/index.ts';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { giveSession } from '../identity/cookie.ts';
import { principalOf } from '../identity/person.ts';
import { shownAccount } from '../identity/shown.ts';
import { choosePassword, type LinkFault, setUp } from '../identity/sign-in.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { sha256 } from '../canonical.ts';
import type { Row } from '../store/schema.ts';
import {
  account,
  asJson,
  bodyAnswers,
  email,
  named,
  password,
  secretToken,
  tagged,
  uncached,
} from './identity-contract.ts';
import { passwordRefused } from './password-refused.ts';

const answers = {
  ...bodyAnswers,
  403: problemAnswer('cross-site'),
  410: problemAnswer('link-not-good'),
  500: problemAnswer('unexpected'),
  503: problemAnswer('store-busy', 'store-failed'),
};
const link = secretToken;

const setUpRoute = createRoute({
  tags: tagged.tags,
  method: 'post',
  path: '/set-up',
  summary: 'Make the first administrator',
  description: 'With the link that the server prints at start while it has no administrator. Signs them in.',
  request: {
    body: {
      required: true,
      content: asJson(z.strictObject({ link, name: named(120), email, password }).meta({ id: 'SetUp' })),
    },
  },
  responses: { 201: { description: 'Made and signed in', content: asJson(account) }, ...answers },
});

const passwordRoute = createRoute({
  tags: tagged.tags,
  method: 'post',
  path: '/passwords',
  summary: 'Choose a password with a link',
  description: 'Every session of the person ends, and they are signed in anew.',
  request: {
    body: {
      required: true,
      content: asJson(z.strictObject({ link, password }).meta({ id: 'PasswordChoice' })),
    },
  },
  responses: { 201: { description: 'Chosen and signed in', content: asJson(account) }, ...answers },
});

/** What a link that is good once is for. Whoever holds one needs nothing else. */
export function links({ ids, limits, log, origin, secret, store }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/set-up', jsonBody(limits.bodyBytes));
  routes.post('/passwords', jsonBody(limits.bodyBytes));
  const answered = (c: Context<ServerEnv>, done: Result<Row<'person'>, LinkFault>, token: string) => {
    if (done.ok) {
      giveSession(c, origin, token);
      return c.json(shownAccount(principalOf(done.value), done.value), 201, uncached);
    }
    if (done.error.name === 'body-invalid') return passwordRefused(c, done.error.detail);
    log.warn({ requestId: c.get('requestId') }, 'a link was refused');
    return problem(c, 'link-not-good', { detail: done.error.detail });
  };
  return routes
    .openapi(setUpRoute, async (c) => {
      const token = secret();
      return answered(c, await setUp(store, { ...c.req.valid('json'), id: ids(), token }), token);
    })
    .openapi(passwordRoute, async (c) => {
      const { link: given, password: chosen } = c.req.valid('json');
      const token = secret();
      const held = { id: sha256(given), token: given };
      return answered(c, await choosePassword(store, { password: chosen, token, link: held }), token);
    });
}
