import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** What may be asked of either database, always awaited. */
export type Queries = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
>;

type Row = Readonly<Record<string, unknown>>;

/** What a transaction may ask. */
export interface Writes extends Queries {
  /** Inserts rows by the thousand; a column that a row does not have is null. */
  readonly insertRows: (table: SQLiteTable, rows: readonly Row[]) => Promise<void>;
}

/** What can only be read. */
export type Reads = Pick<Queries, 'select' | 'selectDistinct' | '$count'>;

/** One database, of whichever kind. */
export interface Connection {
  readonly kind: 'sqlite' | 'postgres';
  /** Sees what is committed. */
  readonly read: <T>(work: (q: Reads) => Promise<T>) => Promise<T>;
  /** Sees everything as it stood at one instant, however long it takes and whatever is written meanwhile. */
  readonly snapshot: <T>(work: (q: Reads) => Promise<T>) => Promise<T>;
  /** One at a time over every process that shares the database; all of it is kept, or nothing. */
  readonly transaction: <T>(work: (q: Writes) => Promise<T>) => Promise<T>;
  /** Brings the tables up to this program's; more than one process may ask at once. */
  readonly migrate: () => Promise<void>;
  /** When each migration that the database has was made; none where there is no store. */
  readonly applied: () => Promise<readonly number[]>;
  /** A copy in one file, consistent while others write. Undefined where the database has tools of its own. */
  readonly backup?: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}
