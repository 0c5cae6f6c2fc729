import { describe, expect, test } from 'vitest';
import type { Deps } from '../../server/deps.ts';
import { MOST_FAILURES } from '../../server/identity/throttle.ts';
import { appFor } from '../builders/http.ts';
import { password, personIn } from '../builders/identity.ts';

interface Trying {
  readonly body: unknown;
  /** The address of the socket. */
  readonly from?: string;
  readonly forwarded?: string | undefined;
}

/** An app asked to sign somebody in. */
function signingIn(given: Partial<Deps> = {}) {
  const { app, deps } = appFor(given);
  const signIn = ({ body, from = '198.51.100.1', forwarded }: Trying) => {
    const headers = {
      'content-type': 'application/json',
      ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
    };
    const env = { incoming: { socket: { remoteAddress: from } } } as unknown as object;
    return app.request('/api/v1/sessions', { method: 'POST', headers, body: JSON.stringify(body) }, env);
  };
  return { app, deps, signIn };
}

describe('from where an attempt to sign in comes', () => {
  const wrong = { email: 'nobody@example.org', password: 'not the password at all' };
  const rows = [
    {
      why: 'one IPv4 address',
      ...{ behindProxy: false, first: { from: '192.0.2.1' }, second: { from: '192.0.2.1' } },
      counted: 'together',
    },
    {
      why: 'its neighbour',
      ...{ behindProxy: false, first: { from: '192.0.2.1' }, second: { from: '192.0.2.2' } },
      counted: 'apart',
    },
    {
      why: 'an IPv4 address, and the same written as an IPv6 one',
      ...{ behindProxy: false, first: { from: '192.0.2.1' }, second: { from: '::ffff:192.0.2.1' } },
      counted: 'together',
    },
    {
      why: 'two machines of one IPv6 /64, the last and the first of it',
      behindProxy: false,
      first: { from: '2001:db8:0:1:ffff:ffff:ffff:ffff' },
      second: { from: '2001:DB8:0:1::' },
      counted: 'together',
    },
    {
      why: 'the last of one /64 and the first of the next',
      behindProxy: false,
      first: { from: '2001:db8:0:1:ffff:ffff:ffff:ffff' },
      second: { from: '2001:db8:0:2::' },
      counted: 'apart',
    },
    {
      why: 'an address that an interface is named with',
      ...{ behindProxy: false, first: { from: 'fe80::1%eth0' }, second: { from: 'fe80::2%eth1' } },
      counted: 'together',
    },
    {
      why: 'without a proxy, whatever the header says',
      behindProxy: false,
      first: { forwarded: '192.0.2.1' },
      second: { forwarded: '192.0.2.2' },
      counted: 'together',
    },
    {
      why: 'behind a proxy, the two whom it has seen',
      behindProxy: true,
      first: { forwarded: '192.0.2.1' },
      second: { forwarded: '192.0.2.2' },
      counted: 'apart',
    },
    {
      why: 'behind a proxy, one who says it was others',
      behindProxy: true,
      first: { forwarded: '203.0.113.1, 192.0.2.1' },
      second: { forwarded: '203.0.113.2 ,192.0.2.1' },
      counted: 'together',
    },
    {
      why: 'behind a proxy that names the port too',
      behindProxy: true,
      first: { forwarded: '192.0.2.1:4711' },
      second: { forwarded: '192.0.2.1:4712' },
      counted: 'together',
    },
    {
      why: 'behind a proxy that puts an IPv6 address in brackets, with a port',
      behindProxy: true,
      first: { forwarded: '[2001:db8::1]:4711' },
      second: { forwarded: '2001:db8::2' },
      counted: 'together',
    },
    {
      why: 'behind a proxy, a request that came round it',
      behindProxy: true,
      first: { from: '192.0.2.1', forwarded: undefined },
      second: { from: '192.0.2.1', forwarded: '192.0.2.1' },
      counted: 'together',
    },
  ];

  test.for(rows)('$why: counted $counted', async ({ behindProxy, first, second, counted }) => {
    const { deps, signIn } = signingIn({ behindProxy });
    expect((await signIn({ body: wrong, ...first })).status).toBe(401);
    await deps.store.mark(async ({ update, tables }) => {
      await update(tables.throttle).set({ failures: MOST_FAILURES.address });
    });
    const other = { ...wrong, email: 'somebody@example.org' };
    const answer = await signIn({ body: other, ...second });
    expect(answer.status).toBe(counted === 'together' ? 429 : 401);
  });

  test('an address that is none: the account alone is counted', async () => {
    const { deps, signIn } = signingIn({ behindProxy: true });
    expect((await signIn({ body: wrong, forwarded: 'unknown' })).status).toBe(401);
    expect(await deps.store.read((q) => q.$count(deps.store.tables.throttle))).toBe(1);
  });
});

describe('the cookie of a session', () => {
  test.for([
    { origin: 'https://threshold.example', name: '__Host-threshold', secure: true },
    { origin: 'http://threshold.example', name: 'threshold', secure: false },
    { origin: undefined, name: 'threshold', secure: false },
  ])('where people come by $origin: `$name`, Secure $secure', async ({ origin, name, secure }) => {
    const { app, deps, signIn } = signingIn({ origin });
    const { email } = await personIn(deps.store, ['reader']);
    const given = (await signIn({ body: { email, password } })).headers.get('set-cookie') ?? '';
    const [pair = '', ...attributes] = given.split('; ');
    expect(pair.split('=')[0]).toBe(name);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Strict']));
    expect(attributes.includes('Secure')).toBe(secure);
    const headers = { cookie: pair, 'sec-fetch-site': 'same-origin' };
    expect((await app.request('/api/v1/account', { headers })).status).toBe(200);
    const out = await app.request('/api/v1/sessions/current', { method: 'DELETE', headers });
    const taken = out.headers.get('set-cookie') ?? '';
    expect([out.status, taken.startsWith(`${name}=;`), taken.includes('Secure')]).toEqual([
      204,
      true,
      secure,
    ]);
  });

  test('by https, a cookie without the prefix, which any page of the site could have set, is nobody’s', async () => {
    const { app, deps, signIn } = signingIn({ origin: 'https://threshold.example' });
    const { email } = await personIn(deps.store, ['reader']);
    const given = (await signIn({ body: { email, password } })).headers.get('set-cookie') ?? '';
    const cookie = (given.split('; ')[0] ?? '').replace('__Host-', '');
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await app.request('/api/v1/account', { headers })).status).toBe(401);
  });
});
