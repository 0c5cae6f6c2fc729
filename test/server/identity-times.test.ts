import { describe, expect, test } from 'vitest';
import { makeLink } from '../../server/identity/link.ts';
import { MOST_FAILURES } from '../../server/identity/throttle.ts';
import { appFor } from '../builders/http.ts';
import { keyIn, password, personIn, sessionIn } from '../builders/identity.ts';
import { memoryStore } from '../builders/memory-store.ts';

const start = Date.UTC(2026, 0, 1, 9);
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** An app whose clock stands still until the test moves it. */
function timed() {
  let now = start;
  const clock = () => now;
  const { app, deps, logged } = appFor({ clock, store: memoryStore(clock) });
  const to = (since: number) => {
    now = start + since;
  };
  return { app, deps, logged, to, store: deps.store };
}

const problemIn = async (response: Response) =>
  response.ok ? undefined : ((await response.json()) as { type: string }).type.split('/').at(-1);

type App = ReturnType<typeof timed>['app'];

interface Posted {
  readonly path: string;
  readonly body: unknown;
  readonly address?: string;
}

function post(app: App, { path, body, address = '192.0.2.1' }: Posted) {
  const headers = { 'content-type': 'application/json' };
  const env = { incoming: { socket: { remoteAddress: address } } } as unknown as object;
  return app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }, env);
}

describe('a session', () => {
  test.for([
    { unused: 60 * minute - second, over: undefined, why: '59:59 minutes unused' },
    { unused: 60 * minute, over: 'session-expired', why: '60 minutes unused' },
    { unused: 60 * minute + second, over: 'session-expired', why: '60:01 minutes unused' },
  ])('$why: $over', async ({ unused, over }) => {
    const { app, store, to } = timed();
    const headers = await sessionIn(store, await personIn(store, ['reader']));
    to(unused);
    expect(await problemIn(await app.request('/api/v1/account', { headers }))).toBe(over);
  });

  test.for([
    { at: 12 * hour - second, over: undefined, why: '11:59:59 hours after it began' },
    { at: 12 * hour, over: 'session-expired', why: '12 hours after it began' },
    { at: 12 * hour + second, over: 'session-expired', why: '12:00:01 hours after it began' },
  ])('used all the time, $why: $over', async ({ at, over }) => {
    const { app, store, to } = timed();
    const headers = await sessionIn(store, await personIn(store, ['reader']));
    for (let since = 0; since < Math.min(at, 12 * hour); since += 30 * minute) {
      to(since);
      expect((await app.request('/api/v1/account', { headers })).status).toBe(200);
    }
    to(at);
    expect(await problemIn(await app.request('/api/v1/account', { headers }))).toBe(over);
  });

  test('a use is marked at most once a minute', async () => {
    const { app, store, to } = timed();
    const { id, headers } = await keyIn(store, ['rulesets:read']);
    const marked = async (since: number) => {
      to(since);
      await app.request('/api/v1/account', { headers });
      return (await store.read((q) => q.select().from(store.tables.use))).find((one) => one.id === id)?.at;
    };
    const first = new Date(start).toISOString();
    expect([await marked(0), await marked(minute - 1), await marked(minute)]).toEqual([
      ...[first, first],
      new Date(start + minute).toISOString(),
    ]);
  });
});

describe('a link', () => {
  test.for([
    { at: 24 * hour - second, status: 201, why: '23:59:59 hours old' },
    { at: 24 * hour, status: 410, why: '24 hours old' },
  ])('to set up, $why: $status', async ({ at, status }) => {
    const { app, store, to } = timed();
    await store.write({ actor: 'system', authority: 'national' }, async (tx) => {
      tx.record({ action: 'set-up-link-made' });
      await makeLink(tx, { purpose: 'set-up', person: null }, 'token');
    });
    to(at);
    const ada = { link: 'token', name: 'Ada', email: 'Ada@Example.org', password };
    const made = await post(app, { path: '/api/v1/set-up', body: ada });
    expect(made.status).toBe(status);
    const again = await post(app, { path: '/api/v1/set-up', body: { ...ada, email: 'eve@example.org' } });
    expect(again.status).toBe(410);
  });
});

describe('signing in', () => {
  const wrong = 'not the password at all';

  test.for([
    { failures: MOST_FAILURES.account - 1, status: 201, why: 'one fewer than the most' },
    { failures: MOST_FAILURES.account, status: 429, why: 'the most' },
  ])('with the right password after $why that may fail: $status', async ({ failures, status }) => {
    const { app, store, to } = timed();
    const { email } = await personIn(store, ['reader']);
    for (let at = 0; at < failures; at += 1)
      expect((await post(app, { path: '/api/v1/sessions', body: { email, password: wrong } })).status).toBe(
        401,
      );
    const answer = await post(app, { path: '/api/v1/sessions', body: { email, password } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([
      status,
      status === 429 ? '900' : null,
    ]);
    to(15 * minute);
    expect((await post(app, { path: '/api/v1/sessions', body: { email, password } })).status).toBe(201);
    expect(await store.read((q) => q.$count(store.tables.throttle))).toBe(0);
  });

  test.for([
    { failures: MOST_FAILURES.address - 1, status: 401 },
    { failures: MOST_FAILURES.address, status: 429 },
  ])(
    'after $failures failures from one address: $status, and elsewhere as ever',
    async ({ failures, status }) => {
      const { app, store } = timed();
      const counter = { failures, since: new Date(start).toISOString() };
      await post(app, { path: '/api/v1/sessions', body: { email: 'a@example.org', password: wrong } });
      await store.mark(async ({ update, tables }) => {
        await update(tables.throttle).set(counter);
      });
      const tried = (address: string, email: string) =>
        post(app, { path: '/api/v1/sessions', body: { email, password: wrong }, address });
      expect((await tried('192.0.2.1', 'b@example.org')).status).toBe(status);
      expect((await tried('192.0.2.2', 'c@example.org')).status).toBe(401);
    },
  );

  test('a success clears the account’s counter', async () => {
    const { app, store } = timed();
    const { email } = await personIn(store, ['reader']);
    await post(app, { path: '/api/v1/sessions', body: { email, password: wrong } });
    expect((await post(app, { path: '/api/v1/sessions', body: { email, password } })).status).toBe(201);
    const left = await store.read((q) => q.select().from(store.tables.throttle));
    expect(left.map(({ failures }) => failures)).toEqual([1]);
  });

  test('nobody, the wrong password and a disabled person are told alike', async () => {
    const { app, store, logged } = timed();
    const { id, email } = await personIn(store, ['reader']);
    const tell = async (body: object) => {
      const { requestId, ...told } = (await (await post(app, { path: '/api/v1/sessions', body })).json()) as {
        requestId: string;
      };
      expect(requestId).toMatch(/^request-/);
      return told;
    };
    const known = await tell({ email, password: wrong });
    expect(await tell({ email: 'nobody@example.org', password })).toEqual(known);
    await store.write({ actor: 'system', authority: 'national' }, async (tx) => {
      tx.record({ action: 'person-disabled' });
      await tx.update('person', id, { disabledAt: tx.at });
    });
    expect(await tell({ email, password })).toEqual(known);
    expect(JSON.stringify(logged)).not.toContain(email);
  });
});
