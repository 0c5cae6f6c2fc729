import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { rowDigest } from '../../server/store/digest.ts';
import { bringForward } from '../../server/store/migrate.ts';
import { migrationsFolder } from '../../server/store/migrations-folder.ts';
import { openStoreAt } from '../../server/store/open.ts';
import { openSqlite, type SqliteOptions } from '../../server/store/sqlite.ts';
import { Sqlite } from '../../server/store/sqlite-driver.ts';
import { auditHead, openStore } from '../../server/store/store.ts';
import { appFor, authorised } from '../builders/http.ts';
import { addPeople, peopleIn, person, writer } from '../builders/people.ts';
import { temporaryFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

const at = Date.UTC(2026, 0, 1);
const clock = () => at;
const freshFile = () => path.join(temporaryFolder(), 'threshold.db');

/** A store in a file, open until the test ends. */
async function opened(file: string, options: SqliteOptions = {}) {
  const store = await openStore(openSqlite(file, options), clock);
  onTestFinished(() => store.close());
  return store;
}

/** A store of these people, which nobody has open. */
async function closedStore(people: readonly string[]): Promise<string> {
  const file = freshFile();
  const store = await openStoreAt(file, clock);
  await addPeople(store, people);
  await store.close();
  return file;
}

describe('a disk that is full', () => {
  /** Room for the tables, and little more. */
  const mostPages = 130;
  const long = { ...person('p-long'), name: 'x'.repeat(1_000_000) };

  test('refuses the write whole and says what to do; with room, the same write is kept', async () => {
    const file = freshFile();
    const store = await openStore(openSqlite(file, { mostPages }), clock);
    await addPeople(store, ['p-1']);
    const tooLong = () =>
      store.write(writer, async (tx) => {
        tx.record({ action: 'person-added' });
        await tx.insert('person', person('p-2'));
        await tx.insert('person', long);
      });
    await expect(tooLong()).rejects.toMatchObject({
      code: 'full',
      message: expect.stringContaining('make room') as string,
    });
    expect(await peopleIn(store)).toEqual(['p-1']);
    await addPeople(store, ['p-3']);
    await store.close();

    const roomy = await opened(file);
    await roomy.write(writer, async (tx) => {
      tx.record({ action: 'person-added' });
      await tx.insert('person', long);
    });
    expect(await peopleIn(roomy)).toEqual(['p-1', 'p-3', 'p-long']);
    expect(await verifyAudit(roomy)).toMatchObject({ entries: 3, findings: [] });
  });
});

describe('a store that another process holds', () => {
  test('for longer than a write waits: the write is refused whole, and the next one is kept', async () => {
    const file = freshFile();
    const store = await opened(file, { wait: 20 });
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(addPeople(store, ['p-1'])).rejects.toMatchObject({ code: 'busy' });
    expect(await peopleIn(store)).toEqual([]);
    other.exec('COMMIT');
    other.close();
    await addPeople(store, ['p-1']);
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
  });
});

/** Writes over part of a file, as a failing disk does. */
function spoil(file: string, from: number, length: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(descriptor);
}

describe('a store that is damaged while it serves', () => {
  test('is answered with what to do, is not ready, and is counted; the rest still answers', async () => {
    const file = await closedStore(Array.from({ length: 200 }, (_, n) => `p-${String(n)}`));
    const store = await opened(file);
    spoil(file, 100, statSync(file).size - 100);
    const { app, logged } = appFor({ store });
    const audit = await app.request('/api/v1/audit', { headers: authorised });
    expect([audit.status, await audit.json()]).toMatchObject([
      503,
      {
        type: '/api/v1/problems/store-failed',
        detail: expect.stringContaining('threshold restore') as string,
      },
    ]);
    const ready = await app.request('/readyz');
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { type: '/api/v1/problems/store-failed' },
    ]);
    expect((await app.request('/healthz')).status).toBe(200);
    const metrics = await (await app.request('/metrics')).text();
    expect(metrics).toMatch(/threshold_store_faults_total\{code="damaged"\} 3/);
    expect(logged.filter(({ message }) => message === 'store-fault')).toMatchObject([
      { level: 'error', fields: { code: 'damaged' } },
      { level: 'error', fields: { code: 'damaged' } },
    ]);
  });
});

describe('a store that cannot be opened says why', () => {
  test.for([
    {
      why: 'a folder that is a file',
      address: () => {
        const file = path.join(temporaryFolder(), 'data');
        writeFileSync(file, '');
        return path.join(file, 'threshold.db');
      },
      code: 'unwritable',
    },
    {
      why: 'a folder where the file should be',
      address: () => path.join(temporaryFolder(), '.'),
      code: 'unwritable',
    },
    {
      why: 'no database server at the address',
      address: () => 'postgres://me@127.0.0.1:1/none',
      code: 'unreachable',
    },
  ])('$why: $code', async ({ address, code }) => {
    await expect(openStoreAt(address(), clock)).rejects.toMatchObject({ code });
  });

  /** A server that takes connections and does this with them. */
  async function listeningThere(take: (socket: Socket) => void): Promise<string> {
    const server: Server = createServer(take);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('it has a port');
    return `postgres://me@127.0.0.1:${String(bound.port)}/none`;
  }

  test('a database server that hangs up: unreachable', async () => {
    const address = await listeningThere((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.destroy());
    });
    await expect(openStoreAt(address, clock)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

/** The statements of a database that nothing else has open. */
const statementsOf = (database: InstanceType<typeof Sqlite>) => ({
  run: (statement: string) => Promise.resolve(void database.exec(statement)),
  column: (query: string) => Promise.resolve(database.prepare(query).pluck().all()),
});

describe('a store of another program', () => {
  test('a newer one is refused, and nothing of it is changed', async () => {
    const file = await closedStore(['p-1']);
    const database = new Sqlite(file);
    database.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)");
    database.exec('pragma journal_mode = delete');
    database.close();
    const before = readFileSync(file);
    await expect(openStoreAt(file, clock)).rejects.toMatchObject({ code: 'newer' });
    // but for the four bytes in which SQLite says how it logs and the counters of that change
    expect(readFileSync(file).subarray(100).equals(before.subarray(100))).toBe(true);
  });

  test('the one before is brought forward, its rows and its audit log with it', async () => {
    const source = await openStoreAt(await closedStore(['p-1', 'p-2']), clock);
    onTestFinished(() => source.close());
    const { auditEntry, person: people } = source.tables;
    const entries = await source.read((q) => q.select().from(auditEntry));
    const rows = await source.read((q) => q.select().from(people));

    const file = freshFile();
    const database = new Sqlite(file);
    const known = readMigrationFiles({ migrationsFolder: migrationsFolder('sqlite') });
    await bringForward('sqlite', statementsOf(database), known.slice(0, 1));
    database.close();
    const connection = openSqlite(file);
    await connection.transaction(async (q) => {
      await q.insert(auditEntry).values(entries);
      await q.insert(people).values(rows);
    });
    const store = await openStore(connection, clock);
    onTestFinished(() => store.close());
    expect(await store.read((q) => q.select().from(people))).toEqual(rows);
    expect(await verifyAudit(store)).toMatchObject({ entries: 2, rows: 2, findings: [] });
    await expect(connection.transaction((q) => q.delete(auditEntry))).rejects.toThrow('never removed');
    expect(await connection.applied()).toHaveLength(known.length);
  });

  test('a migration that fails half way leaves nothing, and can be tried again', async () => {
    const database = new Sqlite(freshFile());
    onTestFinished(() => void database.close());
    const known = readMigrationFiles({ migrationsFolder: migrationsFolder('sqlite') });
    const broken = known.map((one, at) => (at === 1 ? { ...one, sql: [...one.sql, 'not SQL'] } : one));
    database.exec('begin');
    await expect(bringForward('sqlite', statementsOf(database), broken)).rejects.toThrow();
    database.exec('rollback');
    expect(database.prepare('select count(*) from sqlite_master').pluck().get()).toBe(0);
    await bringForward('sqlite', statementsOf(database), known);
  });

  test('a column that a migration adds, empty, leaves every digest as it was', () => {
    const row = { id: 'p-1', name: 'Ada' };
    expect(rowDigest('person', { ...row, phone: null }, [])).toBe(rowDigest('person', row, []));
    expect(rowDigest('person', { ...row, phone: '1' }, [])).not.toBe(rowDigest('person', row, []));
  });
});

test('a clock that has gone back between two starts cannot put an entry before the one above it', async () => {
  const file = freshFile();
  const late = await openStoreAt(file, () => Date.UTC(2030, 0, 1));
  await addPeople(late, ['p-1']);
  await late.close();
  const store = await opened(file);
  await addPeople(store, ['p-2']);
  expect(await auditHead(store)).toMatchObject({ seq: 2, at: '2030-01-01T00:00:00.000Z' });
  expect(await verifyAudit(store)).toMatchObject({ findings: [] });
});

describe.each(databases.filter(({ name }) => name === 'PostgreSQL'))('$name', ({ open }) => {
  test('a connection that the server ends mid-way: nothing of the write is kept, and the next is', async () => {
    const connection = open();
    const store = await openStore(connection, clock);
    onTestFinished(() => store.close());
    const lost = store.write(writer, async (tx) => {
      tx.record({ action: 'person-added' });
      await tx.insert('person', person('p-1'));
      await tx.q.select({ ended: sql`pg_terminate_backend(pg_backend_pid())` }).from(tx.tables.person);
    });
    await expect(lost).rejects.toMatchObject({ code: 'unreachable' });
    await addPeople(store, ['p-2']);
    expect(await peopleIn(store)).toEqual(['p-2']);
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
  });
});
