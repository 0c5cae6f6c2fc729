import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import pg from 'pg';
import type { Connection } from '../../server/store/connection.ts';
import { faultOf } from '../../server/store/fault.ts';
import { appliedMigrations, bringForward } from '../../server/store/migrate.ts';
import { openPostgres, queriesOf, statementsOf, writesOf } from '../../server/store/postgres.ts';
import { createQueue } from '../../server/store/queue.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { temporaryFolder } from './rulesets-folder.ts';

const emptied = 'drop schema if exists public, drizzle cascade; create schema public;';
let pglite: PGlite | undefined;

/**
 * PostgreSQL in this process: one for all tests of a file, because it takes seconds to come up, emptied each time it is
 * opened. It has one connection, so reads wait their turn.
 */
export function openPglite(): Connection {
  const database = drizzle((pglite ??= new PGlite()));
  const queue = createQueue();
  const asked = <T>(work: () => Promise<T>) =>
    queue(() =>
      work().catch((error: unknown) => {
        throw faultOf(error);
      }),
    );
  const read: Connection['read'] = (work) => asked(() => work(queriesOf(database)));
  return {
    kind: 'postgres',
    read,
    snapshot: read,
    transaction: (work) =>
      asked(async () => {
        await database.execute(sql`begin`);
        try {
          const result = await work(writesOf(database));
          await database.execute(sql`commit`);
          return result;
        } catch (error) {
          await database.execute(sql`rollback`);
          throw error;
        }
      }),
    migrate: () =>
      asked(async () => {
        await database.$client.exec(emptied);
        await bringForward('postgres', statementsOf(database));
      }),
    applied: () => asked(() => appliedMigrations('postgres', statementsOf(database))),
    close: () => asked(() => Promise.resolve()),
  };
}

// eslint-disable-next-line no-restricted-properties -- because only the one who runs the tests knows of a database to spare
const { TEST_DATABASE_URL: given, TEST_STORE: wanted = 'sqlite' } = process.env;

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own on the PostgreSQL server at an address, made when it is migrated and dropped when it is closed. */
function openFreshPostgres(url: string): Connection {
  const name = `threshold_test_${randomUUID().replaceAll('-', '')}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  const connection = openPostgres(address.href);
  let made: Promise<void> | undefined;
  return {
    ...connection,
    migrate: async () => {
      await (made ??= onServer(url, `create database ${name}`));
      await connection.migrate();
    },
    close: async () => {
      await connection.close();
      if (made !== undefined) await onServer(url, `drop database if exists ${name} with (force)`);
    },
  };
}

export interface Database {
  readonly name: string;
  /** An empty database of this kind. */
  readonly open: () => Connection;
}

/** What there is to test on, by `TEST_STORE`; a real PostgreSQL only where `TEST_DATABASE_URL` names one. */
const kinds: Readonly<Record<string, readonly [Database, ...Database[]]>> = {
  sqlite: [
    { name: 'SQLite in memory', open: () => openSqlite(':memory:') },
    { name: 'SQLite in a file', open: () => openSqlite(path.join(temporaryFolder(), 'threshold.db')) },
  ],
  pglite: [{ name: 'PGlite', open: openPglite }],
  ...(given === undefined
    ? {}
    : { postgres: [{ name: 'PostgreSQL', open: () => openFreshPostgres(given) }] as const }),
};

function wantedDatabases(): readonly [Database, ...Database[]] {
  const found = kinds[wanted];
  if (found === undefined) throw new Error(`there is no store to test on that is named ${wanted}`);
  return found;
}

/** Each database of the kind that is tested on: SQLite, or what `TEST_STORE` says. */
export const databases = wantedDatabases();

/** What stands under the store of every app of the tests: the first of them. */
export function openWanted(): Connection {
  return databases[0].open();
}

export const wantedKind: Connection['kind'] = wanted === 'sqlite' ? 'sqlite' : 'postgres';
