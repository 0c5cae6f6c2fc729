import { hash } from '@node-rs/argon2';
import { keyOf, makeKey } from '../../server/identity/keys.ts';
import type { Permission, Role } from '../../server/identity/permissions.ts';
import { beginSession } from '../../server/identity/session.ts';
import type { Store } from '../../server/store/store.ts';

const system = { actor: 'system', authority: 'national' };
let made = 0;
const next = () => String((made += 1)).padStart(4, '0');

export const password = 'correct horse battery staple';
let hashed: Promise<string> | undefined;

export interface Someone {
  readonly id: string;
  readonly email: string;
}

/** A person who can sign in, kept as the product keeps them; hashing is done once, because it is slow on purpose. */
export async function personIn(
  store: Store,
  roles: readonly Role[],
  authority = 'national',
): Promise<Someone> {
  const id = `person-${next()}`;
  const email = `${id}@example.org`;
  const passwordHash = await (hashed ??= hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));
  await store.write(system, async (tx) => {
    tx.record({ action: 'person-added', subject: id });
    await tx.insert('person', {
      ...{ id, email, name: id, authority, roles: JSON.stringify(roles), passwordHash },
      createdAt: tx.at,
    });
  });
  return { id, email };
}

/** The headers of a person who is signed in and asks from our own pages. */
export async function sessionIn(store: Store, { id }: Pick<Someone, 'id'>) {
  const token = `session-token-${next()}`;
  await store.write(system, async (tx) => {
    tx.record({ action: 'signed-in', subject: id });
    await beginSession(tx, id, token);
  });
  return { cookie: `threshold=${token}`, 'sec-fetch-site': 'same-origin' };
}

/** A key that is kept, and the headers that carry it. */
export async function keyIn(
  store: Store,
  scopes: readonly Permission[],
  changes: { readonly createdBy?: string; readonly authority?: string; readonly expiresAt?: string } = {},
) {
  const id = `key-${next()}`;
  const key = keyOf(id);
  const plain = { authority: 'national', createdBy: null, expiresAt: null };
  await makeKey(store, system, { id, name: id, key, scopes, ...plain, ...changes });
  return { id, headers: { authorization: `Bearer ${key}` } };
}

/** Takes a key back behind nobody's back. */
export async function revoked(store: Store, id: string): Promise<void> {
  await store.write(system, async (tx) => {
    tx.record({ action: 'key-revoked', subject: id });
    await tx.update('apiKey', id, { revokedAt: tx.at });
  });
}
