import { describe, expect, test } from 'vitest';
import { appFor } from '../builders/http.ts';
import { keyIn, personIn, revoked, sessionIn } from '../builders/identity.ts';
import { memoryStore } from '../builders/memory-store.ts';

const now = Date.UTC(2026, 5, 1, 9);
const at = (later: number) => new Date(now + later).toISOString();

/** A server whose clock stands still, and somebody who asks it. */
async function asked() {
  const clock = () => now;
  const { app, deps } = appFor({ clock, store: memoryStore(clock) });
  const maker = await personIn(deps.store, ['analyst']);
  const administrator = await sessionIn(deps.store, await personIn(deps.store, ['administrator']));
  const disable = async () =>
    app.request(`/api/v1/people/${maker.id}/disable`, { method: 'POST', headers: administrator });
  return { app, store: deps.store, maker, administrator, disable };
}

type Asked = Awaited<ReturnType<typeof asked>>;

interface Listed {
  readonly id: string;
  readonly expiresAt: string | null;
  readonly refusedAs: string | null;
}

async function listed({ app, administrator }: Asked): Promise<readonly Listed[]> {
  const response = await app.request('/api/v1/keys', { headers: administrator });
  return ((await response.json()) as { keys: readonly Listed[] }).keys;
}

async function refusal({ app }: Asked, headers: Readonly<Record<string, string>>) {
  const response = await app.request('/api/v1/account', { headers });
  return response.ok ? null : ((await response.json()) as { type: string }).type.split('/').at(-1);
}

interface Row {
  readonly why: string;
  readonly expiresAt?: string;
  readonly then?: (one: Asked, key: string) => Promise<unknown>;
  readonly refusedAs: string | null;
}

describe('a list of keys says of each what it is answered with', () => {
  test.for<Row>([
    { why: 'without an end', refusedAs: null },
    { why: 'a millisecond before its end', expiresAt: at(1), refusedAs: null },
    { why: 'at its end', expiresAt: at(0), refusedAs: 'key-expired' },
    { why: 'revoked', then: ({ store }, key) => revoked(store, key), refusedAs: 'key-revoked' },
    { why: 'its maker disabled', then: ({ disable }) => disable(), refusedAs: 'key-revoked' },
  ])('$why: $refusedAs', async ({ expiresAt, then, refusedAs }) => {
    const one = await asked();
    const { id, headers } = await keyIn(one.store, ['decide'], {
      ...{ createdBy: one.maker.id },
      ...(expiresAt === undefined ? {} : { expiresAt }),
    });
    await then?.(one, id);
    expect(await refusal(one, headers)).toBe(refusedAs);
    expect(await listed(one)).toMatchObject([{ id, expiresAt: expiresAt ?? null, refusedAs }]);
  });
});

describe('the end of a key that is made', () => {
  test.for([
    { expiresAt: '2026-06-01T10:00:00+01:00', status: 400, why: 'this very instant' },
    { expiresAt: '2026-06-01T10:00:00.001+01:00', status: 201, why: 'the instant after' },
    { expiresAt: '2026-06-02', status: 400, why: 'a day is no instant' },
  ])('$why: $status', async ({ expiresAt, status }) => {
    const { app, administrator } = await asked();
    const response = await app.request('/api/v1/keys', {
      method: 'POST',
      headers: { ...administrator, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'nightly', scopes: ['decide'], expiresAt }),
    });
    expect(response.status).toBe(status);
    if (status === 400)
      expect(await response.json()).toMatchObject({ findings: [{ pointer: '/expiresAt' }] });
    else expect(await response.json()).toMatchObject({ expiresAt: '2026-06-01T09:00:00.001Z' });
  });
});
