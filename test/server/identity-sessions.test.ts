import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { appFor } from '../builders/http.ts';
import { personIn, sessionIn } from '../builders/identity.ts';

type App = ReturnType<typeof appFor>['app'];
type Headers = Readonly<Record<string, string>>;

interface Session {
  readonly id: string;
  readonly current: boolean;
}

const get = (app: App, headers: Headers) => app.request('/api/v1/sessions', { headers });
const end = (app: App, which: string, headers: Headers) =>
  app.request(`/api/v1/sessions/${which}`, { method: 'DELETE', headers });

async function listed(app: App, headers: Headers): Promise<readonly Session[]> {
  return ((await (await get(app, headers)).json()) as { sessions: readonly Session[] }).sessions;
}

/** Somebody who is signed in three times, and somebody else once. */
async function signedIn() {
  const { app, deps } = appFor();
  const { store } = deps;
  const person = await personIn(store, ['reader']);
  const here = await sessionIn(store, person);
  const elsewhere = [await sessionIn(store, person), await sessionIn(store, person)];
  const other = await sessionIn(store, await personIn(store, ['reader']));
  return { app, store, person, here, elsewhere, other };
}

describe('one’s own sessions', () => {
  test('are listed, and it is said from which they are read', async () => {
    const { app, here } = await signedIn();
    const sessions = await listed(app, here);
    expect(sessions.map(({ current }) => current)).toEqual([false, false, true]);
  });

  test('all others end at once: neither this one nor another person’s', async () => {
    const { app, store, person, here, elsewhere, other } = await signedIn();
    const answer = await end(app, 'others', here);
    expect([answer.status, await answer.json()]).toEqual([200, { ended: 2 }]);
    for (const headers of elsewhere) expect((await get(app, headers)).status).toBe(401);
    expect((await get(app, other)).status).toBe(200);
    expect((await listed(app, here)).map(({ current }) => current)).toEqual([true]);
    const entries = await store.read((q) => q.select().from(store.tables.auditEntry));
    expect(entries.at(-1)).toMatchObject({
      action: 'sessions-ended',
      subject: person.id,
      actor: `person:${person.id}`,
    });
    expect((await verifyAudit(store)).findings).toEqual([]);
  });

  test('where there are no others nothing is done, and nothing is written', async () => {
    const { app, store, here } = await signedIn();
    await end(app, 'others', here);
    const written = () => store.read((q) => q.$count(store.tables.auditEntry));
    const before = await written();
    expect(await (await end(app, 'others', here)).json()).toEqual({ ended: 0 });
    expect(await written()).toBe(before);
  });

  test('one alone is ended; another person’s is not there', async () => {
    const { app, here, other } = await signedIn();
    const [first] = await listed(app, here);
    const [theirs] = await listed(app, other);
    expect((await end(app, first?.id ?? '', here)).status).toBe(204);
    expect(await listed(app, here)).toHaveLength(2);
    expect((await end(app, theirs?.id ?? '', here)).status).toBe(404);
    expect((await get(app, other)).status).toBe(200);
  });
});
