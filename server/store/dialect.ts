import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/**
 * The columns that both databases hold alike: text and whole numbers. JSON, days and instants are text, because what is
 * hashed must come back byte for byte (PostgreSQL's jsonb orders keys anew).
 */
export const sqliteDialect = {
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  whole: (name: string) => sqlite.integer(name),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
};
export type Dialect = typeof sqliteDialect;

export const postgresDialect = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  whole: (name: string) => pg.bigint(name, { mode: 'number' }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  // because the tables are written once: SQLite's builders are the type, PostgreSQL's answer to the same calls.
} as unknown as Dialect;
