import type { Clock } from '../clock.ts';
import type { Connection } from './connection.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite, openSqliteToRead } from './sqlite.ts';
import { openStore, openStoreToRead, type ReadableStore, type Store } from './store.ts';

export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** A connection to an address, nothing of it opened yet. Throws a `StoreFault`. */
export function connectionTo(address: string): Connection {
  return isPostgres(address) ? openPostgres(address) : openSqlite(address);
}

/**
 * Opens the store at an address: `postgres://…`, or the path of a SQLite file, which is made where there is none.
 * Throws a `StoreFault`.
 */
export async function openStoreAt(address: string, clock: Clock): Promise<Store> {
  return openStore(connectionTo(address), clock);
}

/** Opens the store at an address to read it alone: it must be there and of this program's version. */
export async function openStoreAtToRead(address: string): Promise<ReadableStore> {
  return openStoreToRead(isPostgres(address) ? openPostgres(address) : openSqliteToRead(address));
}
