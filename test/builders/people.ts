import type { Store } from '../../server/store/store.ts';

export const writer = { actor: 'system', authority: 'national' };

/** A person as the store holds one. */
export function person(id: string) {
  return {
    ...{ id, name: `Person ${id}`, email: `${id}@example.org`, authority: 'national', roles: '[]' },
    ...{ passwordHash: null, createdAt: '2026-01-01T00:00:00.000Z', disabledAt: null },
  };
}

/** Adds people, each in a transaction of their own. */
export async function addPeople(store: Store, ids: readonly string[], by = writer): Promise<void> {
  for (const id of ids) {
    await store.write(by, async (tx) => {
      tx.record({ action: 'person-added', subject: id, detail: { roles: [] } });
      await tx.insert('person', person(id));
    });
  }
}

/** The ids of all people there are. */
export async function peopleIn(store: Pick<Store, 'read' | 'tables'>): Promise<string[]> {
  const { person: people } = store.tables;
  const found = await store.read((q) => q.select({ id: people.id }).from(people));
  return found.map(({ id }) => id).sort();
}
