import { sql, type SQL } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Connection, Queries, Writes } from './connection.ts';
import { faultOf } from './fault.ts';
import { postgresInsertRows } from './insert-rows.ts';
import { appliedMigrations, bringForward, type Statements } from './migrate.ts';

/** Any number; whoever writes holds the lock of this name until their transaction ends, so that the audit chain is one. */
export const WRITE_LOCK = 7_239_118;
const locked = (lock: number) => [sql`begin`, sql`select pg_advisory_xact_lock(${lock})`];
const WRITING = locked(WRITE_LOCK);
const MIGRATING = locked(WRITE_LOCK + 1);
const SNAPSHOT = [sql`begin isolation level repeatable read read only`];

/** The same calls, awaited, mean the same in both. */
export function queriesOf(database: unknown): Queries {
  // because the builders of SQLite stand for those of PostgreSQL, as the tables do (dialect.ts)
  return database as Queries;
}

/** What runs SQL, over any driver. */
interface Executes {
  readonly execute: (query: SQL) => PromiseLike<{ readonly rows: readonly object[] }>;
}

/** The same, and rows by the thousand. */
export function writesOf(database: unknown): Writes {
  const q = queriesOf(database);
  return Object.assign(q, { insertRows: postgresInsertRows(q) });
}

/** Statements as text, for what drizzle has no words for. */
export function statementsOf(database: Executes): Statements {
  return {
    run: async (statement) => {
      await database.execute(sql.raw(statement));
    },
    column: async (query) => {
      const { rows } = await database.execute(sql.raw(query));
      return rows.map((row): unknown => Object.values(row)[0]);
    },
  };
}

type Run = <T>(work: (database: NodePgDatabase) => Promise<T>) => Promise<T>;

/** Runs one transaction that begins with these statements. */
async function within<T>(
  database: NodePgDatabase,
  opening: readonly SQL[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    for (const statement of opening) await database.execute(statement);
    const result = await work();
    await database.execute(sql`commit`);
    return result;
  } catch (error) {
    // because the connection may be what failed; then there is nothing to roll back
    await database.execute(sql`rollback`).catch(() => undefined);
    throw error;
  }
}

/** A PostgreSQL database by its address, `postgres://…`. Throws a `StoreFault` where it cannot be reached. */
export function openPostgres(url: string): Connection {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5000 });
  // because an idle connection that the server ends must not end this process; the next query says what is wrong
  pool.on('error', () => undefined);
  // because one that is in use tells of its end twice: to the query, and to whoever listens, or else to the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  const onOne: Run = async (work) => {
    let client: pg.PoolClient | undefined;
    let broken = false;
    try {
      client = await pool.connect();
      return await work(drizzle(client));
    } catch (error) {
      const fault = faultOf(error);
      broken = fault !== error;
      throw fault;
    } finally {
      client?.release(broken);
    }
  };
  return {
    kind: 'postgres',
    read: (work) => onOne((database) => work(queriesOf(database))),
    snapshot: (work) => onOne((database) => within(database, SNAPSHOT, () => work(queriesOf(database)))),
    transaction: (work) => onOne((database) => within(database, WRITING, () => work(writesOf(database)))),
    migrate: () =>
      onOne((database) =>
        within(database, MIGRATING, () => bringForward('postgres', statementsOf(database))),
      ),
    applied: () => onOne((database) => appliedMigrations('postgres', statementsOf(database))),
    close: () => pool.end(),
  };
}
