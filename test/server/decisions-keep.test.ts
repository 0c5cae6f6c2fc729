import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { createKeeper, type ToKeep } from '../../server/decisions/keeper.ts';
import { evaluateWhole } from '../../server/library/evaluate.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { authorised, exampleFamily, posting, questionWith, shippedLibrary } from '../builders/http.ts';
import { keepingApp, somebody } from '../builders/kept.ts';
import { databases } from '../builders/stores.ts';
import { familiesOf } from '../builders/synthetic.ts';

const ndjson = { ...authorised, 'content-type': 'application/x-ndjson' };
const batchOf = (count: number) => {
  const make = familiesOf('hertfordshire', 5);
  return Array.from({ length: count }, (_, at) => JSON.stringify(make(at))).join('\n');
};
const batchPath = '/evaluations/batch?ruleset=phase-1&version=1.0.0&asOf=2014-03-01';

function toKeep(record: string, family: Record<string, unknown> = exampleFamily()): ToKeep {
  const version = shippedLibrary().rulesets.get('phase-1')?.[0];
  if (version === undefined) throw new Error('phase-1 ships');
  const evaluated = evaluateWhole(version, family, { asOf: '2012-12-01', trace: 'none' });
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.error));
  return { record, keeping: 'family', decision: evaluated.value.keepable() };
}

describe.each(databases)('$name', (database) => {
  test('a decision that asks for it is kept whole before it is answered; any other is not', async () => {
    const { store, post, keep } = await keepingApp(database);
    await post('/evaluations', questionWith());
    const record = await keep();
    const { decision, familyDocument } = store.tables;
    const rows = await store.read((q) => q.select().from(decision));
    expect(rows).toMatchObject([
      {
        ...{
          id: record,
          authority: 'Harrow',
          who: 'key:k-1',
          ruleset: 'phase-1',
          version: '1.0.0',
          family: 'F-001',
        },
        ...{ asOf: '2012-12-01', trace: 'summary', semantics: 1, supersedes: null },
      },
    ]);
    expect(JSON.parse(rows[0]?.answer ?? '')).toMatchObject({
      eligibility: { verdict: 'met' },
      totalDuePence: 0,
    });
    const [kept] = await store.read((q) => q.select().from(familyDocument));
    expect(kept?.id).toBe(rows[0]?.familyMac);
    expect(JSON.parse(kept?.document ?? '')).toEqual(exampleFamily());
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, rows: 3, findings: [] });
  });

  test('a family that is withheld leaves its id and a keyed hash, and one that comes again is kept once', async () => {
    const { store, keep } = await keepingApp(database);
    await keep({ keep: 'withhold' });
    const { familyDocument, familyKey, decision } = store.tables;
    expect(await store.read((q) => q.$count(familyDocument))).toBe(0);
    await keep();
    await keep({ asOf: '2013-10-01' });
    const macs = await store.read((q) => q.select({ mac: decision.familyMac }).from(decision));
    expect(new Set(macs.map(({ mac }) => mac)).size).toBe(1);
    expect(await store.read((q) => q.$count(familyDocument))).toBe(1);
    expect(await store.read((q) => q.$count(familyKey))).toBe(1);
    expect((await verifyAudit(store)).findings).toEqual([]);
  });

  test('what comes while a transaction runs is written in the next, under one entry', async () => {
    const { store } = await keepingApp(database);
    const keeper = createKeeper(store);
    const writer = { actor: 'key:k-1', authority: 'Harrow' };
    const other = { actor: 'key:k-2', authority: 'Oxfordshire' };
    const one = toKeep('r-0');
    await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => keeper.keep(writer, [{ ...one, record: `r-${String(n)}` }])),
      keeper.keep(other, [{ ...one, record: 'o-1' }]),
    ]);
    const entries = await store.read((q) => q.select().from(store.tables.auditEntry));
    expect(
      entries.map(({ actor, detail }) => [actor, (JSON.parse(detail) as { decisions: number }).decisions]),
    ).toEqual([
      ['key:k-1', 1],
      ['key:k-1', 19],
      ['key:k-2', 1],
    ]);
    expect((await verifyAudit(store)).findings).toEqual([]);
  });

  test('one that fails does not take another with it, and leaves nothing of itself', async () => {
    const { store } = await keepingApp(database);
    const keeper = createKeeper(store);
    const writer = { actor: 'key:k-1', authority: 'Harrow' };
    await keeper.keep(writer, [toKeep('r-1')]);
    await expect(keeper.keep(writer, [toKeep('r-2'), toKeep('r-1')])).rejects.toThrow();
    await keeper.keep(writer, [toKeep('r-3')]);
    const ids = await store.read((q) =>
      q.select({ id: store.tables.decision.id }).from(store.tables.decision),
    );
    expect(ids.map(({ id }) => id).sort()).toEqual(['r-1', 'r-3']);
    expect((await verifyAudit(store)).findings).toEqual([]);
  });

  test('where nothing is kept nothing is written: one that would stand in for what is not there', async () => {
    const { store } = await keepingApp(database);
    const writer = { actor: 'key:k-1', authority: 'Harrow' };
    const kept = await createKeeper(store).keep(writer, [{ ...toKeep('r-1'), supersedes: 'r-0' }]);
    expect([...kept]).toEqual([]);
    expect(await store.read((q) => q.$count(store.tables.auditEntry))).toBe(0);
  });

  test('of a batch every decided line is kept, and none of the others', async () => {
    const { store, ask } = await keepingApp(database);
    const lines = batchOf(60);
    const body = `${lines}\n{"id":"bad"}\n${lines.split('\n')[0] ?? ''}\n`;
    const { text } = await ask(`${batchPath}&keep=family&brief=true`, {
      method: 'POST',
      headers: ndjson,
      body,
    });
    const answers = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { record?: string; problem?: object; summary?: object });
    expect(answers.at(-1)?.summary).toMatchObject({ decisions: 60, problems: 2 });
    const records = answers.flatMap(({ record }) => (record === undefined ? [] : [record]));
    const { decision } = store.tables;
    const kept = await store.read((q) => q.select({ id: decision.id }).from(decision));
    expect(kept.map(({ id }) => id).sort()).toEqual([...records].sort());
    expect(records).toHaveLength(60);
    expect(answers.filter(({ problem, record }) => problem !== undefined && record !== undefined)).toEqual(
      [],
    );
    expect((await verifyAudit(store)).findings).toEqual([]);
  });

  test('the database itself refuses to change or remove what was decided', async () => {
    const { keep, store, behind } = await keepingApp(database);
    await keep();
    const { decision } = store.tables;
    await expect(behind((q) => q.update(decision).set({ answer: '{}' }))).rejects.toThrow();
    await expect(behind((q) => q.delete(decision))).rejects.toThrow();
    await behind((q) => q.update(decision).set({ family: null }));
  });
});

const inMemory = { open: () => openSqlite(':memory:') };

test('a batch whose decisions cannot be kept ends without a summary', async () => {
  const { store, ask } = await keepingApp(inMemory);
  await store.close();
  const answer = ask(`${batchPath}&keep=withhold`, { method: 'POST', headers: ndjson, body: batchOf(3) });
  await expect(answer).rejects.toThrow();
});

test.for([
  { path: '/evaluations', init: posting(questionWith({ keep: 'family' })) },
  { path: `${batchPath}&keep=family`, init: { method: 'POST', headers: ndjson, body: '' } },
])('$path: whoever may not keep is refused, and nothing is decided', async ({ path, init }) => {
  const { asking, ask } = await keepingApp(inMemory);
  asking.principal = { ...somebody('Harrow'), permissions: new Set(['decide']) };
  expect(await ask(path, init)).toMatchObject({
    status: 403,
    body: { type: '/api/v1/problems/keeping-not-allowed' },
  });
});
