import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Connection, Queries } from './connection.ts';
import { faultOf } from './fault.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { createQueue } from './queue.ts';
import { Sqlite } from './sqlite-driver.ts';

/** How long a write waits for another process, in milliseconds. */
const WAIT = 5000;

function opened(file: string, readonly: boolean): Database.Database {
  const database = new Sqlite(file, { timeout: WAIT, readonly });
  if (!readonly) {
    database.pragma('journal_mode = WAL');
    // because an answer that says «kept» must hold after a power cut too
    database.pragma('synchronous = FULL');
  }
  database.pragma('foreign_keys = ON');
  return database;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw faultOf(error);
  }
}

/** Runs one transaction by hand, because the driver's own takes no work that awaits. */
async function within<T>(
  database: Database.Database,
  q: Queries,
  work: (q: Queries) => Promise<T>,
): Promise<T> {
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = await work(q);
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw faultOf(error);
  }
}

/**
 * A SQLite database in a file, or in memory as `:memory:`. Throws a `StoreFault` where it cannot be opened. Reads have a
 * connection of their own, so that they never see a transaction that is under way; in memory there is one alone, and they
 * wait their turn.
 */
export function openSqlite(file: string): Connection {
  const inMemory = file === ':memory:';
  if (!inMemory) guarded(() => mkdirSync(path.dirname(file), { recursive: true }));
  const writer = guarded(() => opened(file, false));
  const reader = inMemory ? writer : guarded(() => opened(file, true));
  const q = drizzle(writer);
  const reads = drizzle(reader);
  const queue = createQueue();
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw faultOf(error);
    }
  };
  return {
    kind: 'sqlite',
    read: (work) => (inMemory ? queue(() => asked(() => work(reads))) : asked(() => work(reads))),
    transaction: (work) => queue(() => within(writer, q, work)),
    migrate: () =>
      queue(() =>
        asked(() => {
          migrate(q, { migrationsFolder: migrationsFolder('sqlite') });
          return Promise.resolve();
        }),
      ),
    backup: (to) =>
      asked(async () => {
        await reader.backup(to);
      }),
    close: () =>
      queue(() => {
        reader.close();
        writer.close();
        return Promise.resolve();
      }),
  };
}
