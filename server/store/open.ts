import type { Clock } from '../clock.ts';
import type { Connection } from './connection.ts';
import { openSqlite, openSqliteToRead } from './sqlite.ts';
import { openStore, openStoreToRead, type ReadableStore, type Store } from './store.ts';

export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** Its driver is loaded only here, because every start would wait for it. */
async function toPostgres(address: string): Promise<Connection> {
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(address);
}

/** A connection to an address, nothing of it opened yet. Throws a `StoreFault`. */
export async function connectionTo(address: string): Promise<Connection> {
  return isPostgres(address) ? toPostgres(address) : openSqlite(address);
}

/**
 * Opens the store at an address: `postgres://…`, or the path of a SQLite file, which is made where there is none.
 * Throws a `StoreFault`.
 */
export async function openStoreAt(address: string, clock: Clock): Promise<Store> {
  return openStore(await connectionTo(address), clock);
}

/** Opens the store at an address to read it alone: it must be there and of this program's version. */
export async function openStoreAtToRead(address: string): Promise<ReadableStore> {
  return openStoreToRead(isPostgres(address) ? await toPostgres(address) : openSqliteToRead(address));
}
