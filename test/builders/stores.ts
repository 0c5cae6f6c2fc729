import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { Connection } from '../../server/store/connection.ts';
import { faultOf } from '../../server/store/fault.ts';
import { appliedMigrations, bringForward } from '../../server/store/migrate.ts';
import { openPostgres, queriesOf, statementsOf } from '../../server/store/postgres.ts';
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
          const result = await work(queriesOf(database));
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

export interface Database {
  readonly name: string;
  /** An empty database of this kind. */
  readonly open: () => Connection;
}

// eslint-disable-next-line no-restricted-properties -- because only the one who runs the tests knows of a database to spare
const given = process.env['TEST_DATABASE_URL'];

/** Each kind of database there is to test on; a real PostgreSQL only where `TEST_DATABASE_URL` names an empty one. */
export const databases: readonly Database[] = [
  { name: 'SQLite in memory', open: () => openSqlite(':memory:') },
  { name: 'SQLite in a file', open: () => openSqlite(path.join(temporaryFolder(), 'threshold.db')) },
  { name: 'PGlite', open: openPglite },
  ...(given === undefined ? [] : [{ name: 'PostgreSQL', open: () => openPostgres(given) }]),
];
