import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Connection } from './connection.ts';
import { StoreFault } from './fault.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** What bringing tables forward asks of a database, inside one transaction that nobody else is in. */
export interface Statements {
  readonly run: (statement: string) => Promise<void>;
  /** The first column of every row. */
  readonly column: (query: string) => Promise<readonly unknown[]>;
}

// because drizzle-kit and its studio look for what was applied under these names
const ledgers = {
  sqlite: {
    name: '__drizzle_migrations',
    there: "select name from sqlite_master where name = '__drizzle_migrations'",
    made: [
      'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
    ],
  },
  postgres: {
    name: 'drizzle.__drizzle_migrations',
    there: "select to_regclass('drizzle.__drizzle_migrations')::text",
    made: [
      'create schema if not exists drizzle',
      'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
    ],
  },
} as const;

type Kind = Connection['kind'];

/** When each migration that a database has was made, in milliseconds; none where there is no store. */
export async function appliedMigrations(kind: Kind, { column }: Pick<Statements, 'column'>) {
  const { there, name } = ledgers[kind];
  const [ledger] = await column(there);
  if (ledger === undefined || ledger === null) return [];
  return (await column(`select created_at from ${name} order by created_at`)).map(Number);
}

function knownMigrations(kind: Kind) {
  return readMigrationFiles({ migrationsFolder: migrationsFolder(kind) });
}

/** Throws the fault of a store that is not of this program: one with a migration it does not know, or without one it does. */
export function refuseOther(kind: Kind, applied: readonly number[]): void {
  if (applied.length === 0) throw new StoreFault('missing');
  const known = knownMigrations(kind).map(({ folderMillis }) => folderMillis);
  if (applied.some((when) => !known.includes(when))) throw new StoreFault('newer');
  if (applied.length < known.length) throw new StoreFault('older');
}

/** Runs every migration that the database does not have. Refuses one that has more than this program knows. */
export async function bringForward(
  kind: Kind,
  statements: Statements,
  known = knownMigrations(kind),
): Promise<void> {
  const { name, made } = ledgers[kind];
  const applied = new Set(await appliedMigrations(kind, statements));
  const wanted = known.filter(({ folderMillis }) => !applied.has(folderMillis));
  if (applied.size > known.length - wanted.length) throw new StoreFault('newer');
  if (wanted.length === 0) return;
  for (const statement of made) await statements.run(statement);
  for (const { sql, hash, folderMillis } of wanted) {
    for (const statement of sql) await statements.run(statement);
    await statements.run(
      `insert into ${name} (hash, created_at) values ('${hash}', ${String(folderMillis)})`,
    );
  }
}
