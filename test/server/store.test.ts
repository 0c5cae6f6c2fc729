import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { Connection, Queries } from '../../server/store/connection.ts';
import { isTaken } from '../../server/store/fault.ts';
import { auditHead, openStore, type Store } from '../../server/store/store.ts';
import * as postgres from '../../server/store/schema.postgres.ts';
import { sealedNames } from '../../server/store/schema.ts';
import * as sqlite from '../../server/store/schema.sqlite.ts';
import { openStoreAt } from '../../server/store/open.ts';
import { temporaryFolder } from '../builders/rulesets-folder.ts';
import { databases } from '../builders/stores.ts';

const at = '2026-01-01T00:00:00.000Z';
const writer = { actor: 'system', authority: 'national' };
const ada = {
  ...{ id: 'p-1', name: 'Ada', email: 'ada@example.org', authority: 'national', roles: '[]' },
  ...{ passwordHash: null, createdAt: at, disabledAt: null },
};

/** An open store and what lies under it, for what is done behind its back. */
async function opened(open: () => Connection, clock = () => Date.parse(at)) {
  const connection = open();
  const store = await openStore(connection, clock);
  onTestFinished(() => store.close());
  const behind = (work: (q: Queries) => Promise<unknown>) => connection.transaction(work);
  return { store, behind };
}

function addAda(store: Store, changes: Partial<typeof ada> = {}) {
  return store.write(writer, async (tx) => {
    tx.record({ action: 'person-added', subject: ada.id });
    await tx.insert('person', { ...ada, ...changes });
  });
}

const codes = async (store: Store) => (await verifyAudit(store)).findings.map(({ code }) => code);

describe.each(databases)('$name', ({ open }) => {
  test('a write is kept with its audit entry, and the chain holds', async () => {
    const { store } = await opened(open);
    await addAda(store);
    await store.write(writer, async (tx) => {
      tx.record({ action: 'person-disabled', subject: ada.id });
      expect(await tx.update('person', ada.id, { disabledAt: tx.at })).toMatchObject({ disabledAt: at });
    });
    expect(await store.read((q) => q.select().from(store.tables.person))).toEqual([
      { ...ada, disabledAt: at },
    ]);
    const report = await verifyAudit(store);
    expect(report).toMatchObject({ entries: 2, rows: 1, findings: [] });
    expect(await auditHead(store)).toMatchObject({ seq: 2, hash: report.head, action: 'person-disabled' });
  });

  test('what fails half way leaves nothing, and the next write is not held up', async () => {
    const { store } = await opened(open);
    const failing = store.write(writer, async (tx) => {
      tx.record({ action: 'person-added' });
      await tx.insert('person', ada);
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await store.read((q) => q.$count(store.tables.person))).toBe(0);
    await addAda(store);
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
  });

  test('a write that does not say what it is is our own fault, and leaves nothing', async () => {
    const { store } = await opened(open);
    const silent = store.write(writer, (tx) => tx.insert('person', ada));
    await expect(silent).rejects.toThrow('invariant: a transaction says what it is');
    expect(await store.read((q) => q.$count(store.tables.person))).toBe(0);
  });

  test('what must be there once is refused the second time', async () => {
    const { store } = await opened(open);
    await addAda(store);
    const again = addAda(store, { id: 'p-2' });
    await expect(again).rejects.toSatisfy(isTaken);
  });

  test('writes that come at once are one after another in the chain', async () => {
    const { store } = await opened(open);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        addAda(store, { id: `p-${String(n)}`, email: `${String(n)}@example.org` }),
      ),
    );
    expect(await verifyAudit(store)).toMatchObject({ entries: 20, rows: 20, findings: [] });
  });

  test('an instant is never before the one above it, though the clock runs backwards', async () => {
    let now = Date.parse(at);
    const { store } = await opened(open, () => (now -= 1000));
    await addAda(store);
    await addAda(store, { id: 'p-2', email: 'b@example.org' });
    const times = await store.read((q) =>
      q.select({ at: store.tables.auditEntry.at }).from(store.tables.auditEntry),
    );
    expect(times[0]).toEqual(times[1]);
  });

  test('marks of use are kept outside the chain', async () => {
    const { store } = await opened(open);
    await store.mark(({ insert, tables }) => insert(tables.use).values({ id: 'k-1', at }));
    expect(await store.read((q) => q.select().from(store.tables.use))).toEqual([{ id: 'k-1', at }]);
    expect(await verifyAudit(store)).toMatchObject({ entries: 0, rows: 0, findings: [] });
  });

  test('the database itself refuses to change or remove an audit entry', async () => {
    const { store, behind } = await opened(open);
    await addAda(store);
    const { auditEntry } = store.tables;
    await expect(behind((q) => q.update(auditEntry).set({ actor: 'nobody' }))).rejects.toThrow();
    await expect(behind((q) => q.delete(auditEntry))).rejects.toThrow();
    expect(await codes(store)).toEqual([]);
  });

  test.for([
    {
      why: 'a row changed',
      code: 'row-changed',
      tamper: (q: Queries, { person }: Store['tables']) =>
        q.update(person).set({ roles: '["administrator"]' }),
    },
    {
      why: 'a row removed',
      code: 'row-removed',
      tamper: (q: Queries, { person }: Store['tables']) => q.delete(person),
    },
    {
      why: 'a row added',
      code: 'row-added',
      tamper: (q: Queries, { person }: Store['tables']) =>
        q.insert(person).values({ ...ada, id: 'p-9', email: 'mallory@example.org' }),
    },
    {
      why: 'an entry put in after the last',
      code: 'entry-missing',
      tamper: (q: Queries, { auditEntry }: Store['tables']) =>
        q.insert(auditEntry).values({
          ...{ seq: 7, at, actor: 'system', authority: 'national', action: 'x', subject: '' },
          ...{ detail: '{}', changes: '[]', previous: 'no', hash: 'no' },
        }),
    },
  ])('behind its back, $why: $code', async ({ code, tamper }) => {
    const { store, behind } = await opened(open);
    await addAda(store);
    await behind(async (q) => {
      await tamper(q, store.tables);
    });
    expect(await codes(store)).toContain(code);
  });

  test('a chain cut at its end is told by a head that was noted before', async () => {
    const { store } = await opened(open);
    await addAda(store);
    const { head } = await verifyAudit(store);
    expect((await verifyAudit(store, { seq: 1, hash: head })).findings).toEqual([]);
    expect((await verifyAudit(store, { seq: 2, hash: head })).findings).toMatchObject([
      { code: 'head-missing', entry: 2 },
    ]);
  });
});

test('a file that is no database says so', async () => {
  const file = path.join(temporaryFolder(), 'threshold.db');
  writeFileSync(file, 'this is not a database, whatever its name says'.repeat(100));
  await expect(async () => openStoreAt(file, () => 0)).rejects.toMatchObject({ code: 'damaged' });
});

test('both databases have the same tables, and every sealed one an id', () => {
  expect(Object.keys(sqlite)).toEqual(Object.keys(postgres));
  expect(Object.keys(sqlite)).toEqual(expect.arrayContaining([...sealedNames]));
});
