import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { streamOf } from '../../server/batch/stream.ts';
import { appFor, exampleFamily } from '../builders/http.ts';
import { keyIn, password, personIn, revoked, sessionIn } from '../builders/identity.ts';

type App = ReturnType<typeof appFor>['app'];
type Headers = Readonly<Record<string, string>>;

function sent(app: App, line: string, { headers, body }: { headers: Headers; body?: unknown }) {
  const [method = '', path = ''] = line.split(' ');
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return app.request(path, { method, headers: { ...headers, 'content-type': 'application/json' }, ...text });
}

const problemIn = async (response: Response) =>
  ((await response.json()) as { type: string }).type.split('/').at(-1);

describe('an administrator of one authority', () => {
  test.for([
    { of: 'Harrow', status: 200, why: 'has charge of its people' },
    { of: 'Oxfordshire', status: 404, why: 'sees nobody of another' },
    { of: 'national', status: 404, why: 'nor of none' },
  ])('$why', async ({ of, status }) => {
    const { app, deps } = appFor();
    const headers = await sessionIn(deps.store, await personIn(deps.store, ['administrator'], 'Harrow'));
    const { id } = await personIn(deps.store, ['reader'], of);
    const answer = await sent(app, `POST /api/v1/people/${id}/disable`, { headers });
    expect(answer.status).toBe(status);
    const entries = await deps.store.read((q) => q.select().from(deps.store.tables.auditEntry));
    expect(entries.at(-1)).toMatchObject({
      action: status === 200 ? 'person-disabled' : 'request-refused',
      subject: id,
    });
  });

  test('adds people and keys to its own alone', async () => {
    const { app, deps } = appFor();
    const headers = await sessionIn(deps.store, await personIn(deps.store, ['administrator'], 'Harrow'));
    const add = (body: object) => sent(app, 'POST /api/v1/people', { headers, body });
    const ada = { name: 'Ada', email: 'Ada@Example.org', roles: ['analyst'] };
    expect(await (await add(ada)).json()).toMatchObject({ email: 'ada@example.org', authority: 'Harrow' });
    expect(await problemIn(await add(ada))).toBe('email-taken');
    expect((await add({ ...ada, email: 'b@example.org', authority: 'Oxfordshire' })).status).toBe(403);
    const key = { name: 'k', scopes: ['decide'], authority: 'Oxfordshire' };
    expect((await sent(app, 'POST /api/v1/keys', { headers, body: key })).status).toBe(403);
  });
});

test('the last national administrator stays one, until another can sign in', async () => {
  const { app, deps } = appFor();
  const last = await personIn(deps.store, ['administrator']);
  const headers = await sessionIn(deps.store, last);
  const change = (body: object) => sent(app, `PATCH /api/v1/people/${last.id}`, { headers, body });
  expect(await problemIn(await change({ roles: ['reader'] }))).toBe('last-administrator');
  expect(await problemIn(await change({ authority: 'Harrow' }))).toBe('last-administrator');
  const disable = () => sent(app, `POST /api/v1/people/${last.id}/disable`, { headers });
  expect(await problemIn(await disable())).toBe('last-administrator');
  await personIn(deps.store, ['administrator']);
  expect((await disable()).status).toBe(200);
  expect(await problemIn(await app.request('/api/v1/account', { headers }))).toBe('session-ended');
  expect((await verifyAudit(deps.store)).findings).toEqual([]);
});

test('a role that is taken away counts from the next request, for a key of its maker too', async () => {
  const { app, deps } = appFor();
  const admin = await sessionIn(deps.store, await personIn(deps.store, ['administrator']));
  const analyst = await personIn(deps.store, ['analyst']);
  const headers = await sessionIn(deps.store, analyst);
  const body = { name: 'nightly', scopes: ['decide', 'decisions:read'] };
  const made = (await (await sent(app, 'POST /api/v1/keys', { headers, body })).json()) as { key: string };
  const byKey = { authorization: `Bearer ${made.key}` };
  const may = async () => {
    const account = await app.request('/api/v1/account', { headers: byKey });
    return account.ok
      ? ((await account.json()) as { permissions: string[] }).permissions
      : problemIn(account);
  };
  expect(await may()).toEqual(['decide', 'decisions:read']);
  await sent(app, `PATCH /api/v1/people/${analyst.id}`, { headers: admin, body: { roles: ['policy-lead'] } });
  expect(await may()).toEqual(['decide']);
  const more = { ...body, scopes: ['decisions:read'] };
  expect((await sent(app, 'POST /api/v1/keys', { headers, body: more })).status).toBe(403);
  await sent(app, `POST /api/v1/people/${analyst.id}/disable`, { headers: admin });
  expect(await may()).toBe('key-revoked');
});

test('a change of password ends every other session, and the old one is no longer good', async () => {
  const { app, deps } = appFor();
  const person = await personIn(deps.store, ['reader']);
  const [here, elsewhere] = [await sessionIn(deps.store, person), await sessionIn(deps.store, person)];
  const change = (body: object) => sent(app, 'PUT /api/v1/account/password', { headers: here, body });
  expect((await change({ current: 'not this one at all', password: 'a wholly new one' })).status).toBe(401);
  expect((await change({ current: password, password: person.email })).status).toBe(400);
  expect((await change({ current: password, password: 'a wholly new one' })).status).toBe(204);
  expect((await app.request('/api/v1/account', { headers: here })).status).toBe(200);
  expect(await problemIn(await app.request('/api/v1/account', { headers: elsewhere }))).toBe('session-ended');
  const body = { email: person.email, password };
  expect((await sent(app, 'POST /api/v1/sessions', { headers: {}, body })).status).toBe(401);
});

test('a key revoked in the middle of a batch: it stops with a problem and without a summary', async () => {
  const { app, deps } = appFor();
  const { id, headers } = await keyIn(deps.store, ['decide']);
  const family = `${JSON.stringify({ ...exampleFamily(), id: undefined })}\n`;
  const block = family.repeat(Math.ceil((128 * 1024) / family.length) + 1);
  async function* caseload(): AsyncGenerator<Uint8Array, void> {
    yield Buffer.from(block);
    await revoked(deps.store, id);
    for (let at = 0; at < 4; at += 1) yield Buffer.from(block);
  }
  const response = await app.request(
    '/api/v1/evaluations/batch?ruleset=phase-1&version=1.0.0&asOf=2012-12-01&brief=true&secondOpinion=0',
    {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-ndjson' },
      body: streamOf(caseload(), { onError: () => undefined, onOver: () => undefined }),
      duplex: 'half',
    } as RequestInit,
  );
  const text = await response.text();
  const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as { problem: { type: string } };
  expect(last.problem).toMatchObject({ type: '/api/v1/problems/key-revoked', status: 401 });
  expect(text).not.toContain('"summary"');
});
