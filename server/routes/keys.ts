import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { jsonBody } from '../body.ts';
import type { Deps } from '../deps.ts';
import { keyOf, keysOf, makeKey, revokeKey } from '../identity/keys.ts';
import { NATIONAL, writerOf } from '../identity/principal.ts';
import { notAllowed, notThere } from '../identity/refuse.ts';
import { shownKey } from '../identity/shown.ts';
import { instantOf } from '../identity/times.ts';
import { problem, problemAnswer } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import {
  answers,
  apiKey,
  asJson,
  authority,
  bodyAnswers,
  named,
  pathId,
  permission,
  tagged,
  uncached,
} from './identity-contract.ts';

const listedKey = apiKey
  .extend({
    refusedAs: z.enum(['key-revoked', 'key-expired']).nullable().meta({
      description:
        'The problem that the key is answered with now, null while it is good. A key whose maker may no longer stand for it is `key-revoked` without having been.',
    }),
  })
  .meta({ id: 'ListedKey' });

const listRoute = createRoute({
  ...tagged,
  method: 'get',
  path: '/keys',
  summary: 'One’s own keys',
  description:
    'An administrator sees those of their authority, a national one all. Never the keys themselves.',
  responses: {
    200: { description: 'The newest first', content: asJson(z.strictObject({ keys: z.array(listedKey) })) },
    ...answers,
  },
});

const newKey = z
  .strictObject({
    name: named(120).meta({ description: 'What it is for.', example: 'nightly caseload' }),
    scopes: z
      .array(permission)
      .min(1)
      .max(20)
      .meta({ example: ['decide', 'rulesets:read'] }),
    authority: authority.optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional().meta({ description: 'Absent is never.' }),
  })
  .meta({ id: 'NewKey' });

const makeRoute = createRoute({
  ...tagged,
  method: 'post',
  path: '/keys',
  summary: 'Make a key for a program',
  description:
    'It never may more than its maker may at that moment, and stops when they are disabled. A national administrator may make one for another authority.',
  request: { body: { required: true, content: asJson(newKey) } },
  responses: {
    201: {
      description: 'The key, shown once',
      content: asJson(apiKey.extend({ key: z.string() }).meta({ id: 'MadeKey' })),
    },
    ...answers,
    ...bodyAnswers,
  },
});

const revokeRoute = createRoute({
  ...tagged,
  method: 'delete',
  path: '/keys/{key}',
  summary: 'Revoke a key',
  description: 'At once and for good: a batch under way stops.',
  request: { params: z.strictObject({ key: pathId('key') }) },
  responses: { 204: { description: 'It is revoked' }, ...answers, 404: problemAnswer('api-key-not-found') },
});

const past = { code: 'out-of-range', pointer: '/expiresAt', message: 'this instant has passed' };
const elsewhere = {
  needs: 'people:manage',
  detail: 'only a national administrator makes keys for another authority',
};

/** Keys of programs: what one's own are, and those one has charge of. */
export function keys({ clock, ids, limits, secret, store }: Deps) {
  const routes = new OpenAPIHono<ServerEnv>();
  routes.post('/keys', jsonBody(limits.bodyBytes));
  return routes
    .openapi(listRoute, async (c) => {
      const found = await keysOf(store, c.get('principal'), instantOf(clock()));
      const shown = found.map((one) => ({ ...shownKey(one), refusedAs: one.refusedAs }));
      return c.json({ keys: shown }, 200, uncached);
    })
    .openapi(makeRoute, async (c) => {
      const principal = c.get('principal');
      const asked = c.req.valid('json');
      const { name, scopes, authority: wanted = principal.authority } = asked;
      const more = scopes.find((scope) => !principal.permissions.has(scope));
      if (more !== undefined) return notAllowed(c, store, { needs: more });
      const chooses = principal.authority === NATIONAL && principal.permissions.has('people:manage');
      if (wanted !== principal.authority && !chooses) return notAllowed(c, store, elsewhere);
      const expiresAt = asked.expiresAt === undefined ? null : new Date(asked.expiresAt).toISOString();
      if (expiresAt !== null && expiresAt <= instantOf(clock()))
        return problem(c, 'body-invalid', { findings: [past] });
      const key = keyOf(secret());
      const row = await makeKey(store, writerOf(principal), {
        ...{ id: ids(), name, key, authority: wanted, scopes },
        ...{ createdBy: principal.id, expiresAt },
      });
      return c.json({ ...shownKey({ ...row, lastUsedAt: null }), key }, 201, uncached);
    })
    .openapi(revokeRoute, async (c) => {
      const { key } = c.req.valid('param');
      const done = await revokeKey(store, c.get('principal'), key);
      if (done === 'revoked') return c.body(null, 204);
      const others = done === 'others' ? key : undefined;
      return notThere(c, store, { name: 'api-key-not-found', others });
    });
}
