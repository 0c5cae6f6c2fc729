import { desc, eq } from 'drizzle-orm';
import { canonical, sha256 } from '../canonical.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Writer } from '../store/writer.ts';
import type { Permission } from './permissions.ts';
import { keyOver } from './identify.ts';
import { NATIONAL, type Principal, writerOf } from './principal.ts';
import { hasCharge } from './people.ts';

type KeyRow = Row<'apiKey'>;

/** A key that is to be. */
export interface NewKey {
  readonly id: string;
  readonly name: string;
  /** The key itself, which is shown once and not kept. */
  readonly key: string;
  readonly authority: string;
  readonly scopes: readonly Permission[];
  /** Null where no person stands for it: made at first start or by the command line. */
  readonly createdBy: string | null;
  /** An instant in UTC; null is never. */
  readonly expiresAt: string | null;
}

/** Every key begins so, so that one that was leaked is told for what it is. */
export function keyOf(secret: string): string {
  return `thr_${secret}`;
}

/** Adds a key to a transaction, which says what it is by itself. */
export function insertKey(tx: Tx, { key, scopes, ...rest }: NewKey): Promise<KeyRow> {
  const kept = canonical([...new Set(scopes)]);
  return tx.insert('apiKey', { ...rest, scopes: kept, digest: sha256(key), createdAt: tx.at });
}

export function makeKey(store: Pick<Store, 'write'>, writer: Writer, key: NewKey): Promise<KeyRow> {
  return store.write(writer, async (tx) => {
    const { authority, scopes, expiresAt } = key;
    tx.record({ action: 'key-made', subject: key.id, detail: { authority, scopes, expiresAt } });
    return insertKey(tx, key);
  });
}

/** Whether somebody may see and revoke a key: their own, or one their authority has charge of. */
function mayManage(principal: Principal, key: KeyRow): boolean {
  return (
    key.createdBy === principal.id ||
    (principal.permissions.has('people:manage') && hasCharge(principal, key))
  );
}

/** The keys that somebody may see, the newest first, each with when it was last used and as what it is refused now. */
export async function keysOf(
  { read, tables: { apiKey, person, use } }: Pick<Store, 'read' | 'tables'>,
  principal: Principal,
  now: string,
) {
  const mine = eq(apiKey.createdBy, principal.id);
  const charge = principal.authority === NATIONAL ? undefined : eq(apiKey.authority, principal.authority);
  const rows = await read((q) =>
    q
      .select({ key: apiKey, maker: person, lastUsedAt: use.at })
      .from(apiKey)
      .leftJoin(person, eq(person.id, apiKey.createdBy))
      .leftJoin(use, eq(use.id, apiKey.id))
      .where(principal.permissions.has('people:manage') ? charge : mine)
      .orderBy(desc(apiKey.createdAt), desc(apiKey.id)),
  );
  return rows.map(({ key, maker, lastUsedAt }) => ({
    ...{ ...key, lastUsedAt },
    refusedAs: keyOver(key, maker, now) ?? null,
  }));
}

/** Takes a key back for good. `undefined` where there is none, `others` where whoever asks may not. */
export async function revokeKey(
  store: Store,
  by: Principal,
  id: string,
): Promise<'revoked' | 'others' | undefined> {
  const { apiKey } = store.tables;
  const [found] = await store.read((q) => q.select().from(apiKey).where(eq(apiKey.id, id)));
  if (found === undefined) return undefined;
  if (!mayManage(by, found)) return 'others';
  if (found.revokedAt !== null) return 'revoked';
  await store.write(writerOf(by), async (tx) => {
    tx.record({ action: 'key-revoked', subject: id });
    await tx.update('apiKey', id, { revokedAt: tx.at });
  });
  return 'revoked';
}
