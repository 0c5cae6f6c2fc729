import { existsSync } from 'node:fs';
import { err, ok, type Result } from '../../engine/index.ts';
import { readEnvironment } from '../env.ts';
import { storeAddress } from '../store/address.ts';
import { StoreFault } from '../store/fault.ts';
import { isPostgres, openStoreAt, openStoreAtToRead } from '../store/open.ts';
import type { ReadableStore, Store } from '../store/store.ts';
import type { Io } from './io.ts';
import { type Failure, failure, type Outcome } from './problem.ts';
import type { StoreOptions } from './store-option.ts';

/** Where the store lies: the file that is named, or where the server's settings put it. */
export function addressFrom({ store }: StoreOptions, { environment }: Io): Result<string, Failure> {
  if (store !== undefined) return ok(store);
  const settings = readEnvironment(environment);
  return settings.ok ? ok(storeAddress(settings.value)) : err(failure('usage', settings.error.join('; ')));
}

/** The path of the SQLite file; a PostgreSQL database is told what its own tools do instead. */
export function fileFrom(options: StoreOptions, io: Io): Result<string, Failure> {
  const address = addressFrom(options, io);
  if (!address.ok || !isPostgres(address.value)) return address;
  return err(
    failure(
      'usage',
      'the store is in PostgreSQL, which has tools of its own: `pg_dump --format=custom --file=FILE "$DATABASE_URL"` copies it while it is written, `pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" FILE` puts it back once the servers are stopped; then `threshold audit verify`',
    ),
  );
}

/** Does something with a store; a fault of the store is a problem that says what to do. */
export async function onFault(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) return failure('store-unusable', error.message);
    throw error;
  }
}

/** Reads the store that the options name, as it is: nothing is brought forward. */
export function withStore(
  options: StoreOptions,
  io: Io,
  work: (store: ReadableStore) => Promise<Outcome>,
): Promise<Outcome> {
  return onFault(async () => {
    const address = addressFrom(options, io);
    if (!address.ok) return address.error;
    const store = await openStoreAtToRead(address.value);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** Opens the store that the options name to write to it, whether or not a server has it open. */
export function withStoreToWrite(
  options: StoreOptions,
  io: Io,
  work: (store: Store) => Promise<Outcome>,
): Promise<Outcome> {
  return onFault(async () => {
    const address = addressFrom(options, io);
    if (!address.ok) return address.error;
    // because opening a store makes one where there is none
    if (!isPostgres(address.value) && !existsSync(address.value)) throw new StoreFault('missing');
    const store = await openStoreAt(address.value, io.clock);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}
