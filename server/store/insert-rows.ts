import type Database from 'better-sqlite3';
import { getTableColumns } from 'drizzle-orm';
import type { Queries, Writes } from './connection.ts';

/** Rows that PostgreSQL inserts by one statement: far below the most variables that it takes. */
const ROWS_AT_ONCE = 400;

/** Inserts rows by one statement that SQLite runs row by row: the quickest that it has. */
export function sqliteInsertRows(database: Database.Database, q: Queries): Writes['insertRows'] {
  return (table, rows) => {
    const columns = Object.keys(getTableColumns(table));
    const nothing = Object.fromEntries(columns.map((column) => [column, null]));
    // because drizzle gives the text of a statement, and would build it anew for each row
    const statement = database.prepare(q.insert(table).values(nothing).toSQL().sql);
    for (const row of rows) statement.run(columns.map((column) => row[column] ?? null));
    return Promise.resolve();
  };
}

/** Inserts rows some hundred at a time. */
export function postgresInsertRows(q: Queries): Writes['insertRows'] {
  return async (table, rows) => {
    const columns = Object.keys(getTableColumns(table));
    const whole = rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    );
    for (let from = 0; from < whole.length; from += ROWS_AT_ONCE)
      await q.insert(table).values(whole.slice(from, from + ROWS_AT_ONCE));
  };
}
