import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { secondOpinion } from '../../engine/second-opinion.ts';
import type { SecondOpinion } from '../../server/library/agreed.ts';
import { exampleFamily, shippedLibrary } from '../builders/http.ts';
import { type Answered, keepingApp, somebody } from '../builders/kept.ts';
import { databases, openWanted } from '../builders/stores.ts';

const wrong = { id: 'phase-2', version: '1.0.0' };
const right = { id: 'phase-2', version: '1.1.0' };
const [before, after] = [wrong, right].map(({ id, version }) => {
  const found = shippedLibrary()
    .rulesets.get(id)
    ?.find(({ ruleset }) => ruleset.version === version);
  if (found === undefined) throw new Error('phase-2 ships');
  return found;
});
const restsOn = before?.hash;
const reason = 'the threshold was wrong';
const asked = { restsOn, ruleset: right, reason };

interface Corrected {
  readonly decided: readonly { readonly was: string; readonly now: string; readonly changes: unknown[] }[];
  readonly skipped: readonly { readonly record: string; readonly why: string }[];
  readonly next?: string;
}
const corrected = ({ status, body, text }: Answered): Corrected => {
  if (status !== 200) throw new Error(text);
  return body as unknown as Corrected;
};

/** A server with decisions under the wrong version, and the question that keeps one more. */
async function serving(database: (typeof databases)[number], opinion: SecondOpinion = secondOpinion) {
  const app = await keepingApp(database, { secondOpinion: opinion });
  const keepOf = (id: string, changes: object = {}) =>
    app.keep({ ruleset: wrong, asOf: '2016-03-01', family: { ...exampleFamily(), id }, ...changes });
  const correct = async (body: object) => corrected(await app.post('/corrections', body));
  const rows = () => app.store.read((q) => q.$count(app.store.tables.decision));
  return { ...app, keepOf, correct, rows };
}

describe.each(databases)('$name', (database) => {
  test('what rests on a wrong version is decided again, page by page, and only once', async () => {
    const { keepOf, correct, ask, rows, store } = await serving(database);
    const records = [];
    for (const id of ['F-1', 'F-2', 'F-3', 'F-4', 'F-5']) records.unshift(await keepOf(id));
    const first = await correct({ ...asked, limit: 2 });
    const second = await correct({ ...asked, limit: 2, after: first.next });
    const third = await correct({ ...asked, limit: 2, after: second.next });
    const all = [first, second, third];
    expect(all.map(({ decided }) => decided.length)).toEqual([2, 2, 1]);
    expect(all.flatMap(({ decided }) => decided.map(({ was }) => was))).toEqual(records);
    expect(third).not.toHaveProperty('next');

    const [one] = first.decided;
    const [was, now] = [
      await ask(`/decisions/${String(one?.was)}`),
      await ask(`/decisions/${String(one?.now)}`),
    ];
    expect(now.body).toMatchObject({
      ...{ supersedes: one?.was, note: reason, asOf: '2016-03-01', who: 'key:k-1' },
      ruleset: { version: '1.1.0', hash: after?.hash },
      family: { id: 'F-5', held: 'family' },
    });
    expect(was.body).toMatchObject({ supersedes: null, note: null, ruleset: { version: '1.0.0' } });

    const again = [undefined, first.next, second.next];
    for (const cursor of again)
      expect(await correct({ ...asked, after: cursor })).toEqual({ decided: [], skipped: [] });
    expect(await rows()).toBe(10);
    expect((await ask('/decisions?superseded=true')).body['count']).toBe(5);
    const later = (await ask(`/decisions?supersedes=${String(one?.was)}`)).body;
    expect(later).toMatchObject({ count: 1, decisions: [{ record: one?.now }] });
    expect(await verifyAudit(store)).toMatchObject({ findings: [] });
  });

  test('what is not decided again is said, and why', async () => {
    const { keepOf, correct, ask, rows } = await serving(database);
    const withheld = await keepOf('F-1', { keep: 'withhold' });
    const erased = await keepOf('F-2');
    const other = await keepOf('F-3', { ruleset: { id: 'phase-1', version: '1.0.0' } });
    const same = await keepOf('F-4', { ruleset: right });
    const wrongly = await keepOf('F-5');
    await ask('/families/F-2', { method: 'DELETE', body: JSON.stringify({ reason: 'asked for' }) });
    const { decided, skipped } = await correct({ ...asked, restsOn: before?.vocabularyHash });
    expect(decided).toMatchObject([{ was: wrongly }]);
    expect(skipped).toEqual([
      { record: same, why: 'decided-so-already' },
      { record: other, why: 'other-ruleset' },
      { record: erased, why: 'family-erased' },
      { record: withheld, why: 'family-withheld' },
    ]);
    // the vocabulary is the same: what was just decided rests on it too, and is left
    const again = await correct({ ...asked, restsOn: before?.vocabularyHash });
    expect([again.decided, again.skipped[0]]).toEqual([
      [],
      { record: decided[0]?.now, why: 'decided-so-already' },
    ]);
    expect(await rows()).toBe(6);
  });

  test('a corrected family is decided again under the version each decision was under', async () => {
    const { keepOf, correct, ask, post, rows } = await serving(database);
    const withheld = await keepOf('F-1', { keep: 'withhold', ruleset: right });
    const kept = await keepOf('F-1');
    const other = await keepOf('F-2');
    const family = { ...exampleFamily(), id: 'F-1', records: {} };
    const { decided, skipped } = await correct({ family, reason });
    expect([decided.map(({ was }) => was), skipped]).toEqual([[kept, withheld], []]);
    const shown = await Promise.all(decided.map(({ now }) => ask(`/decisions/${now}`)));
    expect(shown.map(({ body }) => body)).toMatchObject([
      { ruleset: { version: '1.0.0' }, family: { held: 'family' }, supersedes: kept },
      { ruleset: { version: '1.1.0' }, family: { held: 'withheld' }, supersedes: withheld },
    ]);
    expect(decided[0]?.changes).not.toEqual([]);
    const again = await correct({ family, reason });
    expect(again.skipped.map(({ why }) => why)).toEqual(['decided-so-already', 'decided-so-already']);
    expect(await rows()).toBe(5);
    expect((await ask(`/decisions/${other}`)).body).toMatchObject({ supersedes: null });

    const unread = await post('/corrections', { family: { ...family, memberz: [] }, reason });
    expect([unread.status, unread.body['findings']]).toMatchObject([422, [{ pointer: '/family/memberz' }]]);
    expect((await post('/corrections', { family: { ...family, id: 'F-9' }, reason })).status).toBe(404);
    expect(await rows()).toBe(5);
  });

  test('two that ask at once supersede nothing twice', async () => {
    const { keepOf, correct, rows } = await serving(database);
    const record = await keepOf('F-1');
    const both = await Promise.all([correct(asked), correct(asked)]);
    expect(both.flatMap(({ decided }) => decided.map(({ was }) => was))).toEqual([record]);
    expect(await rows()).toBe(2);
  });

  test('another authority’s decisions are left', async () => {
    const { keepOf, correct, asking, rows } = await serving(database);
    await keepOf('F-1');
    asking.principal = somebody('Oxfordshire', 'k-2');
    expect(await correct(asked)).toEqual({ decided: [], skipped: [] });
    expect(await rows()).toBe(1);
  });

  test('a decision on which the engines do not agree is left, and the log says where', async () => {
    const opinion = { agree: true };
    const { keepOf, correct, rows, logged } = await serving(database, async (ruleset, computed) => {
      const given = await secondOpinion(ruleset, computed);
      return opinion.agree ? given : { ...given, agree: false };
    });
    const record = await keepOf('F-1');
    opinion.agree = false;
    expect(await correct(asked)).toEqual({ decided: [], skipped: [{ record, why: 'engines-disagree' }] });
    expect(logged.map(({ message }) => message)).toContain('engines-disagree');
    expect(await rows()).toBe(1);
  });

  test('others are answered between one decision and the next, and what is the same is not decided', async () => {
    let turn = 0;
    let counting: NodeJS.Immediate;
    const count = () => {
      turn += 1;
      counting = setImmediate(count);
    };
    count();
    onTestFinished(() => {
      clearImmediate(counting);
    });
    const turns: number[] = [];
    const { keepOf, correct } = await serving(database, (ruleset, computed) => {
      turns.push(turn);
      turn = 0;
      return secondOpinion(ruleset, computed);
    });
    for (const id of ['F-1', 'F-2', 'F-3']) await keepOf(id);
    const same = await keepOf('F-4', { ruleset: right });
    turns.length = 0;
    const { decided, skipped } = await correct({ ...asked, restsOn: before?.vocabularyHash });
    expect([decided.length, skipped]).toEqual([3, [{ record: same, why: 'decided-so-already' }]]);
    expect([turns.length, turns.slice(1).every((passed) => passed > 0)]).toEqual([3, true]);
  });

  test('a family that is erased while it is decided again stays erased', async () => {
    let meanwhile = () => Promise.resolve();
    const { keepOf, correct, ask, rows, store } = await serving(database, async (ruleset, computed) => {
      await meanwhile();
      return secondOpinion(ruleset, computed);
    });
    const record = await keepOf('F-1');
    meanwhile = async () => {
      await ask('/families/F-1', { method: 'DELETE', body: JSON.stringify({ reason: 'asked for' }) });
    };
    expect(await correct(asked)).toEqual({
      decided: [],
      skipped: [{ record, why: 'superseded-meanwhile' }],
    });
    const { familyDocument } = store.tables;
    const [document] = await store.read((q) => q.select().from(familyDocument));
    expect([await rows(), document?.document]).toEqual([1, null]);
    expect(await verifyAudit(store)).toMatchObject({ findings: [] });
  });
});

test.for([
  { why: 'no reason', body: { restsOn, ruleset: right }, status: 400 },
  { why: 'what rests on nothing', body: { ...asked, restsOn: 'sha256:0' }, status: 400 },
  { why: 'a limit of none', body: { ...asked, limit: 0 }, status: 400 },
  { why: 'a limit beyond what one call takes', body: { ...asked, limit: 501 }, status: 400 },
  { why: 'a cursor that is none', body: { ...asked, after: 'x' }, status: 400 },
  { why: 'no ruleset', body: { restsOn, reason }, status: 400 },
  {
    why: 'a version that is not there',
    body: { ...asked, ruleset: { ...right, version: '9' } },
    status: 404,
  },
])('refused: $why', async ({ body, status }) => {
  const { post } = await keepingApp({ open: openWanted });
  expect((await post('/corrections', body)).status).toBe(status);
});
