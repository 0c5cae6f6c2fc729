import type { Clock } from '../clock.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, type Store } from './store.ts';

/**
 * Opens the store at an address: `postgres://…`, or the path of a SQLite file, which is made where there is none.
 * Throws a `StoreFault`.
 */
export function openStoreAt(address: string, clock: Clock): Promise<Store> {
  const connection = /^postgres(ql)?:\/\//.test(address) ? openPostgres(address) : openSqlite(address);
  return openStore(connection, clock);
}
