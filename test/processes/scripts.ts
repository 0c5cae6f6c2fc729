import type { Store } from '../../server/store/store.ts';
import { person, writer } from '../builders/people.ts';

/** One kind of write that a process does over and over until it is killed. */
export interface Script {
  /** Writes what bears this name; when it resolves, it is kept. */
  readonly step: (store: Store, name: string) => Promise<void>;
  /** The names that are there; throws where something of one is there and something is not. */
  readonly found: (store: Store) => Promise<readonly string[]>;
}

const key = (name: string) => ({
  ...{ id: `k-${name}`, name, digest: name, authority: 'national', scopes: '[]', createdBy: null },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', expiresAt: null, revokedAt: null },
});

/** A person and a key of theirs: two tables, one transaction. */
const peopleAndKeys: Script = {
  step: (store, name) =>
    store.write(writer, async (tx) => {
      tx.record({ action: 'person-added', subject: name });
      await tx.insert('person', person(name));
      await tx.insert('apiKey', key(name));
    }),
  found: async (store) => {
    const { person: people, apiKey } = store.tables;
    const names = await store.read((q) => q.select({ id: people.id }).from(people));
    const keys = await store.read((q) => q.select({ id: apiKey.name }).from(apiKey));
    const [left, right] = [names, keys].map((rows) => rows.map(({ id }) => id).sort());
    if (JSON.stringify(left) !== JSON.stringify(right))
      throw new Error('a person without a key, or the reverse');
    return left ?? [];
  },
};

/** A session that is begun and, in another transaction, ended: what is kept is changed. */
const sessions: Script = {
  step: async (store, name) => {
    await store.write(writer, async (tx) => {
      tx.record({ action: 'session-begun', subject: name });
      await tx.insert('session', {
        id: name,
        person: 'p',
        createdAt: tx.at,
        expiresAt: tx.at,
        endedAt: null,
      });
    });
    await store.write(writer, async (tx) => {
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
export const scripts: Readonly<Record<string, Script>> = { 'people-and-keys': peopleAndKeys, sessions };
