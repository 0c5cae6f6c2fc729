import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { clientAddress } from '../identity/client-address.ts';
import { hashPassword, passwordFault, passwordFits } from '../identity/password.ts';
import { personById } from '../identity/people.ts';
import { shownAccount } from '../identity/shown.ts';
import { changePassword } from '../identity/sign-in.ts';
import { attemptSucceeded, countAttempt } from '../identity/throttle.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import { account, answers, asJson, bodyAnswers, password, tagged, uncached } from './identity-contract.ts';
import { passwordRefused } from './password-refused.ts';

const whoRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/account',
  summary: 'Who asks, and what they may do',
  responses: { 200: { description: 'The person or the key', content: asJson(account) }, ...answers },
});

const passwordRoute = createRoute({
  ...tagged,
  method: 'put',
  path: '/account/password',
  summary: 'Change one’s password',
  description: 'Every other session of the person ends.',
  request: {
    body: {
      required: true,
      content: asJson(z.strictObject({ current: z.string(), password }).meta({ id: 'PasswordChange' })),
    },
  },
  responses: {
    204: { description: 'It is changed' },
    ...bodyAnswers,
    401: problemAnswer('key-missing', 'key-wrong', 'sign-in-refused'),
    429: problemAnswer('sign-in-throttled'),
    500: problemAnswer('unexpected'),
  },
});

/** What whoever asks can see and change of themselves. */
export function ownAccount({ behindProxy, clock, limits, store }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.put('/account/password', jsonBody(limits.bodyBytes));
  const own = async (id: string) => {
    const found = await personById(store, id);
    if (found === undefined) throw new Error('invariant: whoever is signed in is a person');
    return found;
  };
  return routes
    .openapi(whoRoute, async (c) => {
      const principal = c.get('principal');
      const person = principal.kind === 'person' ? await own(principal.id) : undefined;
      return c.json(shownAccount(principal, person), 200, uncached);
    })
    .openapi(passwordRoute, async (c) => {
      const { current, password: wanted } = c.req.valid('json');
      const person = await own(c.get('principal').id);
      const fault = passwordFault(wanted, person);
      if (fault !== undefined) return passwordRefused(c, fault);
      const tried = { email: person.email, address: clientAddress(c, behindProxy) };
      const wait = await countAttempt(store, tried, clock());
      if (wait !== undefined) {
        c.header('Retry-After', String(wait));
        return problem(c, 'sign-in-throttled');
      }
      if (!(await passwordFits(person.passwordHash, current))) return problem(c, 'sign-in-refused');
      await attemptSucceeded(store, tried);
      const hash = await hashPassword(wanted);
      await changePassword(store, c.get('principal'), { hash, session: c.get('session') });
      return c.body(null, 204);
    });
}
