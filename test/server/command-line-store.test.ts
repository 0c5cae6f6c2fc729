import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { openStoreAt, openStoreAtToRead } from '../../server/store/open.ts';
import { Sqlite } from '../../server/store/sqlite-driver.ts';
import { commandLine, type Ended, output, problemOf } from '../builders/command-line.ts';
import { textWith } from '../builders/matching.ts';
import { addPeople, peopleIn, person, writer } from '../builders/people.ts';
import { temporaryFolder } from '../builders/rulesets-folder.ts';

const at = Date.UTC(2026, 0, 1);

/** A folder with a store of two people in it, and nobody who has it open. */
async function kept(people: readonly string[] = ['p-1', 'p-2']) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'threshold.db');
  const store = await openStoreAt(file, () => at);
  await addPeople(store, people);
  await store.close();
  return { folder, file, environment: { THRESHOLD_DATA: folder } };
}

function threshold(
  argv: readonly string[],
  { environment }: { readonly environment: Readonly<Record<string, string>> },
  stdin = '',
): Promise<Ended> {
  return commandLine(argv, { folder: 'rulesets', environment, stdin });
}

async function people(file: string): Promise<string[]> {
  const store = await openStoreAtToRead(file);
  try {
    return await peopleIn(store);
  } finally {
    await store.close();
  }
}

function behindItsBack(file: string, statement: string): void {
  const database = new Sqlite(file);
  database.exec(statement);
  database.close();
}

describe('threshold audit', () => {
  test('verify: a store that was written as it should be is whole', async () => {
    const ended = await threshold(['audit', 'verify'], await kept());
    expect(ended.exit).toBe(0);
    expect(output(ended)).toEqual({
      whole: true,
      entries: 2,
      head: expect.stringMatching(/^2:[0-9a-f]{64}$/) as unknown,
      rows: 2,
      findings: [],
    });
  });

  test('verify: a row that was changed behind its back is named, and the exit is 1', async () => {
    const store = await kept();
    behindItsBack(store.file, `update person set roles = '["administrator"]' where id = 'p-2'`);
    const ended = await threshold(['audit', 'verify'], store);
    expect(ended.exit).toBe(1);
    expect(output(ended)).toMatchObject({
      whole: false,
      findings: [{ code: 'row-changed', table: 'person', row: 'p-2', entry: 2 }],
    });
  });

  test('head: what it writes is what verify takes, today and later', async () => {
    const store = await kept();
    const { head } = output(await threshold(['audit', 'head'], store)) as { head: string };
    expect((await threshold(['audit', 'verify', '--head', head], store)).exit).toBe(0);
    behindItsBack(store.file, 'drop trigger audit_entry_stays; delete from audit_entry where seq = 2');
    behindItsBack(store.file, "delete from person where id = 'p-2'");
    expect((await threshold(['audit', 'verify'], store)).exit).toBe(0);
    const cut = await threshold(['audit', 'verify', '--head', head], store);
    expect([cut.exit, output(cut)]).toMatchObject([1, { findings: [{ code: 'head-missing', entry: 2 }] }]);
  });

  test('head: of an empty store there is one too', async () => {
    const store = await kept([]);
    const { head } = output(await threshold(['audit', 'head'], store)) as { head: string };
    expect(head).toBe(`0:${'0'.repeat(64)}`);
    expect((await threshold(['audit', 'verify', '--head', head], store)).exit).toBe(0);
  });

  test('list: one entry a line, the oldest first, and only those asked for', async () => {
    const store = await kept();
    const { out } = await threshold(['audit', 'list'], store);
    const entries = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(entries).toMatchObject([
      { seq: 1, subject: 'p-1', action: 'person-added', detail: { roles: [] } },
      { seq: 2, subject: 'p-2', changes: [{ table: 'person', id: 'p-2' }] },
    ]);
    const one = await threshold(['audit', 'list', '--subject', 'p-2'], store);
    expect(one.out.trim().split('\n')).toHaveLength(1);
  });

  test.for([
    {
      why: 'no store there',
      argv: ['audit', 'verify', '--store', '/nowhere/at/all.db'],
      says: 'there is no store',
    },
    { why: 'a head that is none', argv: ['audit', 'verify', '--head', '2:abc'], says: '`2:abc`' },
    { why: 'a day for an instant', argv: ['audit', 'list', '--since', '2026-01-01'], says: '`2026-01-01`' },
    { why: 'no command', argv: ['audit'], says: 'command' },
  ])('$why: exit 2', async ({ argv, says }) => {
    const ended = await threshold(argv, await kept());
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { detail: textWith(says) }]);
  });

  test('changes nothing: a store that is read has the bytes it had', async () => {
    const { file, environment } = await kept();
    const before = readFileSync(file);
    await threshold(['audit', 'verify'], { environment });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('threshold backup', () => {
  test('a copy that is whole in one file, for its owner’s eyes, taken while a server writes', async () => {
    const { folder, file, environment } = await kept();
    const store = await openStoreAt(file, () => at);
    onTestFinished(() => store.close());
    const writing = addPeople(
      store,
      Array.from({ length: 200 }, (_, n) => `w-${String(n)}`),
    );
    const copy = path.join(folder, 'backup.db');
    const ended = await threshold(['backup', copy], { environment });
    await writing;
    expect([ended.exit, output(ended)]).toMatchObject([0, { file: copy, whole: true, findings: [] }]);
    expect((await people(copy)).slice(0, 2)).toEqual(['p-1', 'p-2']);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual(['backup.db']);
  });

  test('overwrites nothing', async () => {
    const store = await kept();
    const copy = path.join(store.folder, 'backup.db');
    writeFileSync(copy, 'precious');
    expect((await threshold(['backup', copy], store)).exit).toBe(2);
    expect(readFileSync(copy, 'utf8')).toBe('precious');
  });

  test('of a store that was changed behind its back has no name, and says what was found', async () => {
    const store = await kept();
    behindItsBack(store.file, "delete from person where id = 'p-1'");
    const copy = path.join(store.folder, 'backup.db');
    const ended = await threshold(['backup', copy], store);
    expect([ended.exit, output(ended)]).toMatchObject([
      1,
      { file: null, findings: [{ code: 'row-removed' }] },
    ]);
    expect(readdirSync(store.folder).filter((name) => name.startsWith('backup'))).toEqual([]);
  });

  test('of PostgreSQL is its own tools’ to make', async () => {
    const environment = { DATABASE_URL: 'postgres://me@127.0.0.1:1/none' };
    const ended = await threshold(['backup', '/tmp/none.db'], { environment });
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { detail: textWith('pg_dump') }]);
  });
});

describe('threshold restore', () => {
  /** A store, and a backup of it that has one person fewer. */
  async function withBackup() {
    const store = await kept(['p-1']);
    const copy = path.join(store.folder, 'backup.db');
    await threshold(['backup', copy], store);
    const opened = await openStoreAt(store.file, () => at);
    await addPeople(opened, ['p-2']);
    await opened.close();
    return { ...store, copy };
  }

  test('puts the backup where the store is, and keeps what was there beside it', async () => {
    const store = await withBackup();
    const ended = await threshold(['restore', '--yes', store.copy], store);
    const replaced = `${store.file}.replaced-2026-01-02T03-04-05Z`;
    expect([ended.exit, output(ended)]).toMatchObject([0, { store: store.file, replaced, whole: true }]);
    expect(await people(store.file)).toEqual(['p-1']);
    expect(await people(replaced)).toEqual(['p-1', 'p-2']);
    const { out } = await threshold(['audit', 'list', '--action', 'store-restored'], store);
    expect(JSON.parse(out)).toMatchObject({ detail: { head: textWith('1:') } });
    expect((await threshold(['audit', 'verify'], store)).exit).toBe(0);
  });

  test('where there is none needs no word of yes', async () => {
    const { copy } = await withBackup();
    const folder = temporaryFolder();
    const environment = { THRESHOLD_DATA: path.join(folder, 'data') };
    expect(output(await threshold(['restore', copy], { environment }))).toMatchObject({ replaced: null });
    expect(await people(path.join(folder, 'data', 'threshold.db'))).toEqual(['p-1']);
  });

  test('over a store needs one', async () => {
    const store = await withBackup();
    const ended = await threshold(['restore', store.copy], store);
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { detail: textWith('--yes') }]);
    expect(await people(store.file)).toEqual(['p-1', 'p-2']);
  });

  test('is refused while a server holds the store, and changes nothing', async () => {
    const store = await withBackup();
    const server = await openStoreAt(store.file, () => at);
    const refused = await threshold(['restore', '--yes', store.copy], store);
    expect([refused.exit, problemOf(refused)]).toMatchObject([2, { type: '/problems/store-held' }]);
    expect(await peopleIn(server)).toEqual(['p-1', 'p-2']);
    await server.close();
    expect((await threshold(['restore', '--yes', store.copy], store)).exit).toBe(0);
  });

  test('over a damaged store keeps it as it is', async () => {
    const store = await withBackup();
    writeFileSync(store.file, 'no database any more');
    expect((await threshold(['restore', '--yes', store.copy], store)).exit).toBe(0);
    expect(await people(store.file)).toEqual(['p-1']);
    expect(readFileSync(`${store.file}.replaced-2026-01-02T03-04-05Z`, 'utf8')).toBe('no database any more');
  });

  test.for([
    {
      why: 'cut short',
      spoil: (file: string) => {
        truncateSync(file, 20_000);
      },
      exit: 2,
    },
    {
      why: 'changed behind its back',
      spoil: (file: string) => {
        behindItsBack(file, "update person set name = 'Mallory'");
      },
      exit: 1,
    },
    {
      why: 'no backup',
      spoil: (file: string) => {
        writeFileSync(file, 'some text');
      },
      exit: 2,
    },
  ])('of a file that is $why is refused, and the store stays', async ({ spoil, exit }) => {
    const store = await withBackup();
    spoil(store.copy);
    expect((await threshold(['restore', '--yes', store.copy], store)).exit).toBe(exit);
    expect(await people(store.file)).toEqual(['p-1', 'p-2']);
    expect(readdirSync(store.folder).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });
});

describe('threshold store', () => {
  const dumped = async () => {
    const { out, exit } = await threshold(['store', 'dump'], await kept());
    expect(exit).toBe(0);
    return out;
  };
  const empty = () => ({ environment: { THRESHOLD_DATA: temporaryFolder() } });

  test('what is dumped and loaded is the same, its audit log too', async () => {
    const dump = await dumped();
    const other = empty();
    const ended = await threshold(['store', 'load'], other, dump);
    expect([ended.exit, output(ended)]).toMatchObject([0, { whole: true, entries: 2, rows: 2 }]);
    expect((await threshold(['store', 'dump'], other)).out).toBe(dump);
  });

  test('a dump is loaded into an empty store alone', async () => {
    const store = await kept(['p-7']);
    const ended = await threshold(['store', 'load'], store, await dumped());
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { detail: textWith('not empty') }]);
    expect(await people(store.file)).toEqual(['p-7']);
  });

  const lines = (dump: string) => dump.trimEnd().split('\n');
  test.for([
    { why: 'cut', spoil: (dump: string) => `${lines(dump).slice(0, -1).join('\n')}\n` },
    { why: 'without a row', spoil: (dump: string) => lines(dump).toSpliced(2, 1).join('\n') },
    { why: 'with a row changed', spoil: (dump: string) => dump.replace('Person p-1', 'Person p-9') },
    { why: 'of something else', spoil: () => '{"family": 1}\n' },
    { why: 'empty', spoil: () => '' },
  ])('a dump that is $why is refused, and nothing of it is kept', async ({ spoil }) => {
    const dump = await dumped();
    const other = empty();
    const ended = await threshold(['store', 'load'], other, spoil(dump));
    expect([ended.exit, problemOf(ended)]).toMatchObject([2, { type: '/problems/dump-refused' }]);
    expect(await people(path.join(other.environment.THRESHOLD_DATA, 'threshold.db'))).toEqual([]);
  });
});

test('a long verification sees one instant, whatever is written meanwhile', async () => {
  const { file } = await kept([]);
  const store = await openStoreAt(file, () => at);
  onTestFinished(() => store.close());
  const ids = Array.from({ length: 1100 }, (_, n) => `p-${String(n)}`);
  await store.write(writer, async (tx) => {
    tx.record({ action: 'people-added' });
    for (const id of ids) await tx.insert('person', person(id));
  });
  const verifying = verifyAudit(store);
  await addPeople(store, ['a-1', 'a-2', 'z-1']);
  expect(await verifying).toMatchObject({ findings: [] });
});
