import { person, writer } from '../builders/people.ts';
import { approvals, releases } from './governing.ts';
import { decisions } from './keeping.ts';
import { requireSame, type Script } from './script.ts';

const key = (name: string) => ({
  ...{ id: `k-${name}`, name, digest: name, authority: 'national', scopes: '[]', createdBy: null },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', expiresAt: null, revokedAt: null },
});

/** A person and a key of theirs: two tables, one transaction. */
const peopleAndKeys: Script = {
  ready: (store) => (name) =>
    Promise.resolve(() =>
      store.write(writer, async (tx) => {
        tx.record({ action: 'person-added', subject: name });
        await tx.insert('person', person(name));
        await tx.insert('apiKey', key(name));
      }),
    ),
  found: async (store) => {
    const { person: people, apiKey } = store.tables;
    const names = (await store.read((q) => q.select({ id: people.id }).from(people))).map(({ id }) => id);
    const keys = await store.read((q) => q.select({ id: apiKey.name }).from(apiKey));
    requireSame(
      'people, and keys',
      names,
      keys.map(({ id }) => id),
    );
    return names;
  },
};

/** A session that was begun is ended: what is kept is changed. */
const sessions: Script = {
  ready: (store) => async (name) => {
    await store.write(writer, async (tx) => {
      tx.record({ action: 'session-begun', subject: name });
      const at = { createdAt: tx.at, expiresAt: tx.at, endedAt: null };
      await tx.insert('session', { id: name, person: 'p', ...at });
    });
    return () =>
      store.write(writer, async (tx) => {
        tx.record({ action: 'session-ended', subject: name });
        await tx.update('session', name, { endedAt: tx.at });
      });
  },
  found: async (store) => {
    const { session } = store.tables;
    const rows = await store.read((q) => q.select().from(session));
    return rows.filter(({ endedAt }) => endedAt !== null).map(({ id }) => id);
  },
};

/** What is written while a process is killed, by name; each row is tried in turn. */
export const scripts: Readonly<Record<string, Script>> = {
  'people-and-keys': peopleAndKeys,
  sessions,
  approvals,
  releases,
  decisions,
};
