import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Connection, Queries } from './connection.ts';
import { faultOf } from './fault.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** Any number; whoever writes holds the lock of this name until their transaction ends, so that the audit chain is one. */
export const WRITE_LOCK = 7_239_118;
const MIGRATION_LOCK = WRITE_LOCK + 1;

/** The same calls, awaited, mean the same in both. */
export function queriesOf(database: unknown): Queries {
  // because the builders of SQLite stand for those of PostgreSQL, as the tables do (dialect.ts)
  return database as Queries;
}

type Run = <T>(work: (database: NodePgDatabase) => Promise<T>) => Promise<T>;

/** A PostgreSQL database by its address, `postgres://…`. Throws a `StoreFault` where it cannot be reached. */
export function openPostgres(url: string): Connection {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5000 });
  // because an idle connection that the server ends must not end this process; the next query says what is wrong
  pool.on('error', () => undefined);
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
    transaction: (work) =>
      onOne(async (database) => {
        await database.execute(sql`begin`);
        try {
          await database.execute(sql`select pg_advisory_xact_lock(${WRITE_LOCK})`);
          const result = await work(queriesOf(database));
          await database.execute(sql`commit`);
          return result;
        } catch (error) {
          // because the connection may be what failed; then there is nothing to roll back
          await database.execute(sql`rollback`).catch(() => undefined);
          throw error;
        }
      }),
    migrate: () =>
      onOne(async (database) => {
        await database.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
        try {
          await migrate(database, { migrationsFolder: migrationsFolder('postgres') });
        } finally {
          await database.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
        }
      }),
    close: () => pool.end(),
  };
}
