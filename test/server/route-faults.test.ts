import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { openSqlite, type SqliteOptions } from '../../server/store/sqlite.ts';
import { Sqlite } from '../../server/store/sqlite-driver.ts';
import { auditHead } from '../../server/store/store.ts';
import { type Answer, governed, type Governed, problemIn } from '../builders/governed.ts';
import { rulesetsFolder, temporaryFolder } from '../builders/rulesets-folder.ts';
import { tinyFamily } from '../builders/tiny-ruleset.ts';

interface Draft {
  readonly id: string;
  readonly document: string;
  readonly cases: string;
}

/** An app over a store in a file, with a draft in it. */
async function withDraft(options: SqliteOptions) {
  const file = path.join(temporaryFolder(), 'threshold.db');
  const product = await governed(() => openSqlite(file, options), rulesetsFolder());
  const begun = await product.ask('lead', 'POST /drafts', {
    body: { version: { id: 'tiny', version: '1.0.0' } },
  });
  expect(begun.status).toBe(201);
  return { file, product, draft: begun.body as unknown as Draft };
}

const question = {
  ruleset: { id: 'tiny', version: '1.0.0' },
  ...{ asOf: '2012-12-01', keep: 'family', family: tinyFamily },
};
const keep = ({ ask }: Governed) => ask('nobody', 'POST /evaluations', { body: question });
const save = ({ ask }: Governed, { id, document, cases }: Draft, title: string) =>
  ask('lead', `PUT /drafts/${id}`, {
    over: 1,
    body: { document: document.replace('A tiny ruleset', title), cases },
  });

/** What the store holds of drafts and decisions, and whether the audit log agrees. */
async function heldIn({ deps: { store } }: Governed) {
  const { decision, familyKey, familyDocument, draftRevision, rulesetEvent } = store.tables;
  const count = (table: typeof decision | typeof draftRevision | typeof rulesetEvent) =>
    store.read((q) => q.$count(table));
  return {
    decisions: await count(decision),
    revisions: await count(draftRevision),
    events: await count(rulesetEvent),
    keys: await store.read((q) => q.$count(familyKey)),
    families: await store.read((q) => q.$count(familyDocument)),
    findings: (await verifyAudit(store)).findings,
  };
}

const problems = {
  'store-failed': { says: 'make room', retryAfter: null },
  'store-busy': { says: 'try again in a moment', retryAfter: '1' },
};

function expectRefused(answer: Answer, name: keyof typeof problems): void {
  const { says, retryAfter } = problems[name];
  expect([answer.status, problemIn(answer), answer.body]).toMatchObject([
    ...[503, name],
    { detail: expect.stringContaining(says) as string },
  ]);
  expect(answer.headers.get('retry-after')).toBe(retryAfter);
  expect(answer.headers.get('threshold-record')).toBeNull();
}

describe('a disk that is full', () => {
  test('refuses a draft that is saved, whole; one that there is room for is saved over the same revision', async () => {
    const { product, draft } = await withDraft({ mostPages: 110 });
    const before = await heldIn(product);
    expectRefused(await save(product, draft, 'x'.repeat(900_000)), 'store-failed');
    expect(await heldIn(product)).toEqual({ ...before, findings: [] });
    expect((await product.ask('lead', `GET /drafts/${draft.id}`)).body).toMatchObject({ revision: 1 });
    expect((await save(product, draft, 'Another title')).body).toMatchObject({ revision: 2 });
    expect(await heldIn(product)).toMatchObject({ revisions: before.revisions + 1, findings: [] });
  });

  test('refuses decisions that are to be kept, and no others; what was kept is whole', async () => {
    const { product } = await withDraft({ mostPages: 110 });
    let kept = 0;
    let answer = await keep(product);
    for (; answer.status === 200 && kept < 1000; answer = await keep(product)) kept += 1;
    expect(kept).toBeGreaterThan(0);
    expectRefused(answer, 'store-failed');
    expect(await heldIn(product)).toMatchObject({ decisions: kept, keys: 1, families: 1, findings: [] });
    const body = { ...question, keep: undefined };
    expect((await product.ask('nobody', 'POST /evaluations', { body })).status).toBe(200);
  });
});

describe('a store that another process holds for longer than a write waits', () => {
  const acts = [
    {
      what: 'a draft that is begun',
      ask: ({ ask }: Governed) =>
        ask('lead', 'POST /drafts', {
          body: { version: { id: 'tiny', version: '1.0.0' } },
        }),
      done: 201,
    },
    {
      what: 'a draft that is saved',
      ask: (product: Governed, draft: Draft) => save(product, draft, 'Another'),
      done: 200,
    },
    {
      what: 'a draft that is submitted',
      ask: ({ ask }: Governed, { id }: Draft) =>
        ask('lead', `POST /drafts/${id}/submit`, { over: 1, body: {} }),
      done: 200,
    },
    {
      what: 'a version that is released',
      ask: ({ ask }: Governed) =>
        ask('releaser', 'POST /rulesets/tiny/versions/1.0.0/release', { body: { from: '2026-02-01' } }),
      done: 200,
    },
    { what: 'a decision that is kept', ask: keep, done: 200 },
  ];

  test.for(acts)('refuses $what, whole, and reads go on; then the same is done', async ({ ask, done }) => {
    const { file, product, draft } = await withDraft({ wait: 20 });
    // because a session is marked as used when it first is
    await product.ask('releaser', 'GET /rulesets');
    const before = { held: await heldIn(product), head: await auditHead(product.deps.store) };
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    expectRefused(await ask(product, draft), 'store-busy');
    expect((await product.ask('lead', `GET /drafts/${draft.id}`)).status).toBe(200);
    expect({ held: await heldIn(product), head: await auditHead(product.deps.store) }).toEqual(before);
    other.exec('COMMIT');
    other.close();
    expect((await ask(product, draft)).status).toBe(done);
    expect((await heldIn(product)).findings).toEqual([]);
  });
});
