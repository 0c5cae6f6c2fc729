import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { makeLink, type Purpose } from '../../server/identity/link.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { appFor } from '../builders/http.ts';
import { password, personIn } from '../builders/identity.ts';
import { databases } from '../builders/stores.ts';

const system = { actor: 'system', authority: 'national' };
let now = Date.UTC(2026, 0, 1, 9);
const clock = () => (now += 1);

async function linkIn(store: Store, purpose: Purpose, person: string | null): Promise<void> {
  await store.write(system, async (tx) => {
    tx.record({ action: 'link-made' });
    await makeLink(tx, { purpose, person }, 'token');
  });
}

describe.each(databases)('two use one link at once: $name', ({ open }) => {
  async function asking() {
    const store = await openStore(open(), clock);
    const { app } = appFor({ store, clock });
    const post = async (path: string, body: object) =>
      app.request(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ link: 'token', ...body }),
      });
    /** Where the answers stand, and who the one is who was let in. */
    const both = async (path: string, bodies: readonly object[]) => {
      const answers = await Promise.all(bodies.map((body) => post(path, body)));
      return {
        statuses: answers.map(({ status }) => status).sort(),
        cookies: answers.filter(({ headers }) => headers.has('set-cookie')).length,
        won: answers.findIndex(({ status }) => status === 201),
      };
    };
    return { store, post, both };
  }

  test('to set up: one administrator, one session', async () => {
    const { store, both } = await asking();
    await linkIn(store, 'set-up', null);
    const people = ['ada', 'eve'].map((name) => ({ name, email: `${name}@example.org`, password }));
    const { statuses, cookies, won } = await both('/set-up', people);
    expect({ statuses, cookies }).toEqual({ statuses: [201, 410], cookies: 1 });
    const made = await store.read((q) => q.select().from(store.tables.person));
    expect(made.map(({ name }) => name)).toEqual([people[won]?.name]);
    expect(await store.read((q) => q.$count(store.tables.session))).toBe(1);
    expect((await verifyAudit(store)).findings).toEqual([]);
    await store.close();
  });

  test('to choose a password: one is chosen, and only that one signs in', async () => {
    const { store, post, both } = await asking();
    const { id, email } = await personIn(store, ['reader']);
    await linkIn(store, 'password', id);
    const chosen = ['a wholly new password', 'another new password'];
    const bodies = chosen.map((one) => ({ password: one }));
    const { statuses, cookies, won } = await both('/passwords', bodies);
    expect({ statuses, cookies }).toEqual({ statuses: [201, 410], cookies: 1 });
    const signIn = async (one: string | undefined) =>
      (await post('/sessions', { link: undefined, email, password: one })).status;
    expect([await signIn(chosen[won]), await signIn(chosen[1 - won])]).toEqual([201, 401]);
    expect((await verifyAudit(store)).findings).toEqual([]);
    await store.close();
  });
});
