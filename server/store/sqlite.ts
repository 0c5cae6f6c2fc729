import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Connection, Queries, Writes } from './connection.ts';
import { faultOf, StoreFault } from './fault.ts';
import { hold } from './hold.ts';
import { sqliteInsertRows } from './insert-rows.ts';
import { appliedMigrations, bringForward, type Statements } from './migrate.ts';
import { createQueue } from './queue.ts';
import { Sqlite } from './sqlite-driver.ts';

/** How long a write waits for another process, in milliseconds. */
const WAIT = 5000;

export interface SqliteOptions {
  /** How long a write waits for another process, in milliseconds. */
  readonly wait?: number;
  /** The most pages the file may have; absent, as many as the disk takes. */
  readonly mostPages?: number;
}

function opened(file: string, readonly: boolean, { wait = WAIT, mostPages }: SqliteOptions) {
  const database = new Sqlite(file, { timeout: wait, readonly });
  try {
    if (!readonly) {
      // because a kept decision is some thousand bytes: in smaller pages each would fill one alone; a file keeps what it has
      database.pragma('page_size = 16384');
      database.pragma('journal_mode = WAL');
      // because an answer that says «kept» must hold after a power cut too
      database.pragma('synchronous = FULL');
      if (mostPages !== undefined) database.pragma(`max_page_count = ${String(mostPages)}`);
    }
    database.pragma('foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Statements that a connection keeps prepared; of more than these the one that was made first is let go. */
const STATEMENTS = 200;

/** Queries, whose text is compiled once: the same few are asked for every decision that is kept. */
function queriesOf(database: Database.Database): Writes {
  const prepare: (text: string) => Database.Statement = database.prepare.bind(database);
  const statements = new Map<string, Database.Statement>();
  const remembered = (text: string): Database.Statement => {
    const before = statements.get(text);
    if (before !== undefined) return before;
    const made = prepare(text);
    const [oldest] = statements.keys();
    if (statements.size >= STATEMENTS && oldest !== undefined) statements.delete(oldest);
    statements.set(text, made);
    return made;
  };
  const q = drizzle(Object.assign(database, { prepare: remembered }));
  return Object.assign(q, { insertRows: sqliteInsertRows(database, q) });
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
  q: Writes,
  work: (q: Writes) => Promise<T>,
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

function statementsOf(database: Database.Database): Statements {
  return {
    run: (statement) => {
      database.exec(statement);
      return Promise.resolve();
    },
    column: (query) => Promise.resolve(database.prepare(query).pluck().all()),
  };
}

async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(error);
  }
}

/** Runs what reads, on a connection of its own, against one state of the file. */
async function snapshotOf<T>(file: string, work: (q: Queries) => Promise<T>): Promise<T> {
  const database = opened(file, true, {});
  try {
    database.exec('BEGIN');
    return await work(drizzle(database));
  } finally {
    database.close();
  }
}

/** One connection, for everything, in turn. */
function inMemory(): Connection {
  const database = opened(':memory:', false, {});
  const q = queriesOf(database);
  const queue = createQueue();
  const read: Connection['read'] = (work) => queue(() => asked(() => work(q)));
  return {
    kind: 'sqlite',
    read,
    snapshot: read,
    transaction: (work) => queue(() => within(database, q, work)),
    migrate: () => queue(() => within(database, q, () => bringForward('sqlite', statementsOf(database)))),
    applied: () => queue(() => appliedMigrations('sqlite', statementsOf(database))),
    backup: (to) =>
      queue(() =>
        asked(async () => {
          await database.backup(to);
        }),
      ),
    close: () =>
      queue(() => {
        database.close();
        return Promise.resolve();
      }),
  };
}

/** The half of a connection to a file that only reads. */
function readingOf(file: string, reader: Database.Database) {
  const reads = queriesOf(reader);
  return {
    kind: 'sqlite',
    read: (work) => asked(() => work(reads)),
    snapshot: (work) => asked(() => snapshotOf(file, work)),
    applied: () => asked(() => appliedMigrations('sqlite', statementsOf(reader))),
    backup: (to) =>
      asked(async () => {
        await reader.backup(to);
      }),
  } as const satisfies Partial<Connection>;
}

/** A SQLite file that is there already, to be read alone: nothing of it is changed. Throws a `StoreFault`. */
export function openSqliteToRead(file: string): Connection {
  if (!existsSync(file)) throw new StoreFault('missing');
  const reader = guarded(() => opened(file, true, {}));
  const refused = () => Promise.reject(new Error('invariant: this connection only reads'));
  return {
    ...readingOf(file, reader),
    transaction: refused,
    migrate: refused,
    close: () => {
      reader.close();
      return Promise.resolve();
    },
  };
}

/** Opens the one that writes and the one that reads, so that a read never sees a transaction that is under way. */
function openedBoth(file: string, options: SqliteOptions) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const letGo = hold(file, 'shared', options.wait ?? WAIT);
  try {
    const writer = opened(file, false, options);
    return { letGo, writer, reader: opened(file, true, options) };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** A SQLite database in a file, or in memory as `:memory:`. Throws a `StoreFault` where it cannot be opened. */
export function openSqlite(file: string, options: SqliteOptions = {}): Connection {
  if (file === ':memory:') return inMemory();
  const { letGo, writer, reader } = guarded(() => openedBoth(file, options));
  const q = queriesOf(writer);
  const queue = createQueue();
  return {
    ...readingOf(file, reader),
    transaction: (work) => queue(() => within(writer, q, work)),
    migrate: () => queue(() => within(writer, q, () => bringForward('sqlite', statementsOf(writer)))),
    close: () =>
      queue(() => {
        reader.close();
        writer.close();
        letGo();
        return Promise.resolve();
      }),
  };
}
