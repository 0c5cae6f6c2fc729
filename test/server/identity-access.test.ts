import { describe, expect, test } from 'vitest';
import { access, type Need } from '../../server/identity/access.ts';
import { type Permission, type Role, roleNames, rolePermissions } from '../../server/identity/permissions.ts';
import { sha256 } from '../../server/canonical.ts';
import { appFor } from '../builders/http.ts';
import { keyIn, personIn, revoked, sessionIn } from '../builders/identity.ts';

const { app, deps } = appFor();
const { store } = deps;

type Headers = Readonly<Record<string, string>>;

/** What a caller is answered where the address needs somebody; undefined is let through. */
interface Caller {
  readonly who: string;
  readonly headers: () => Promise<Headers>;
  readonly refused: (need: Need) => string | undefined;
}

const needsPermission = (need: Need): need is Permission =>
  !['nobody', 'anybody-signed-in', 'person'].includes(need);

/** Derived from the table of roles: what a holder of these permissions is refused. */
function lacking(permissions: readonly Permission[], person: boolean) {
  return (need: Need) => {
    if (need === 'person') return person ? undefined : '403 not-allowed';
    return needsPermission(need) && !permissions.includes(need) ? '403 not-allowed' : undefined;
  };
}

const permissionsOf = (role: Role): readonly Permission[] => rolePermissions[role];

async function expired() {
  const headers = await sessionIn(store, await personIn(store, ['administrator']));
  await store.write({ actor: 'system', authority: 'national' }, async (tx) => {
    tx.record({ action: 'test' });
    await tx.update('session', sha256(headers.cookie.slice('threshold='.length)), { expiresAt: tx.at });
  });
  return headers;
}

async function crossing(more: Headers) {
  const headers = await sessionIn(store, await personIn(store, ['administrator']));
  return { cookie: headers.cookie, ...more };
}

const callers: readonly Caller[] = [
  { who: 'nobody', headers: () => Promise.resolve({}), refused: () => '401 key-missing' },
  {
    who: 'a forged session',
    headers: () => Promise.resolve({ cookie: 'threshold=forged', 'sec-fetch-site': 'same-origin' }),
    refused: () => '401 session-wrong',
  },
  { who: 'an expired session', headers: expired, refused: () => '401 session-expired' },
  {
    who: 'a forged key',
    headers: () => Promise.resolve({ authorization: 'Bearer thr_forged' }),
    refused: () => '401 key-wrong',
  },
  {
    who: 'a revoked key',
    headers: async () => {
      const { id, headers } = await keyIn(store, ['decide', 'rulesets:read', 'people:manage']);
      await revoked(store, id);
      return headers;
    },
    refused: () => '401 key-revoked',
  },
  {
    who: 'an expired key',
    headers: async () => (await keyIn(store, ['decide'], { expiresAt: '2012-12-01T12:00:00.000Z' })).headers,
    refused: () => '401 key-expired',
  },
  {
    who: 'an administrator by way of another site',
    headers: () => crossing({ 'sec-fetch-site': 'cross-site' }),
    refused: () => '403 cross-site',
  },
  {
    who: 'an administrator by way of a neighbour of the site',
    headers: () => crossing({ 'sec-fetch-site': 'same-site' }),
    refused: () => '403 cross-site',
  },
  {
    who: 'an administrator by way of another origin, from an older browser',
    headers: () => crossing({ origin: 'https://elsewhere.example' }),
    refused: () => '403 cross-site',
  },
  ...roleNames.flatMap((role) =>
    ['national', 'Hertfordshire'].flatMap((authority): Caller[] => [
      {
        who: `${role} of ${authority}`,
        headers: async () => sessionIn(store, await personIn(store, [role], authority)),
        refused: lacking(permissionsOf(role), true),
      },
      {
        who: `a key of ${role} of ${authority}`,
        headers: async () => {
          const { id: createdBy } = await personIn(store, [role], authority);
          return (await keyIn(store, permissionsOf(role), { createdBy, authority })).headers;
        },
        refused: lacking(permissionsOf(role), false),
      },
    ]),
  ),
];

/** A row as a request for what is not there: whoever is let through finds nothing, or has sent nothing. */
function requestOf(row: string): { readonly method: string; readonly path: string } {
  const [method = '', path = ''] = row.split(' ');
  return { method, path: path.replace(/\/\*$/, '/reference.css').replace(/\{\w+\}/g, 'none') };
}

async function answered(row: string, headers: Headers) {
  const { method, path } = requestOf(row);
  const response = await app.request(path, { method, headers });
  if (response.status !== 401 && response.status !== 403) return {};
  const { type, needs } = (await response.json()) as { type: string; needs?: string };
  return { refused: `${response.status} ${type.split('/').at(-1) ?? ''}`, needs };
}

describe.for(callers)('$who', ({ headers, refused }) => {
  test.for(Object.entries(access))('%s needs %s', async ([row, need]) => {
    const expected = need === 'nobody' ? undefined : refused(need);
    // because a page elsewhere must not sign a browser in either
    const foreign = need === 'nobody' && !row.startsWith('GET ');
    const sent = await headers();
    const crosses = refused('decide') === '403 cross-site' && foreign;
    const answer = await answered(row, sent);
    expect(answer.refused).toBe(crosses ? '403 cross-site' : expected);
    if (expected === '403 not-allowed') expect(answer.needs).toBe(need);
  });
});

test('a refusal of somebody known is in the audit log, one of nobody is not', async () => {
  const entries = () => store.read((q) => q.$count(store.tables.auditEntry));
  const reader = await personIn(store, ['reader'], 'Harrow');
  const headers = await sessionIn(store, reader);
  const before = await entries();
  await app.request('/api/v1/people', { headers: { cookie: 'threshold=forged' } });
  await app.request('/api/v1/people');
  expect(await entries()).toBe(before);
  await app.request('/api/v1/people', { headers });
  const all = await store.read((q) => q.select().from(store.tables.auditEntry));
  expect(all.at(-1)).toMatchObject({
    actor: `person:${reader.id}`,
    authority: 'Harrow',
    action: 'request-refused',
    detail: '{"address":"GET /api/v1/people","needs":"people:manage","problem":"not-allowed"}',
  });
});
