import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection, Queries } from './connection.ts';

type Stored = Readonly<Record<string, unknown>>;

/** Rows that PostgreSQL inserts by one statement: far below the most variables that it takes. */
const ROWS_AT_ONCE = 400;

function prepare(q: Queries, table: SQLiteTable) {
  const columns = Object.keys(getTableColumns(table));
  const values = Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
  return q.insert(table).values(values).prepare();
}

const statements = new WeakMap<Queries, Map<SQLiteTable, ReturnType<typeof prepare>>>();

/** A statement of SQLite's own process is prepared once for a connection and run row by row: the quickest it has. */
function statementFor(q: Queries, table: SQLiteTable): ReturnType<typeof prepare> {
  const known = statements.get(q) ?? new Map<SQLiteTable, ReturnType<typeof prepare>>();
  statements.set(q, known);
  const statement = known.get(table) ?? prepare(q, table);
  known.set(table, statement);
  return statement;
}

/** Each row with every column of its table, as the database gives it back: what it does not say is null. */
export function wholeRows(table: SQLiteTable, rows: readonly Stored[]): Record<string, unknown>[] {
  const columns = Object.keys(getTableColumns(table));
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}

/** Inserts rows that have every column. */
export async function insertRows(
  { q, kind }: { readonly q: Queries; readonly kind: Connection['kind'] },
  table: SQLiteTable,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (kind === 'sqlite') {
    const statement = statementFor(q, table);
    for (const row of rows) statement.run(row);
    return;
  }
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await q.insert(table).values(rows.slice(from, from + ROWS_AT_ONCE));
}
