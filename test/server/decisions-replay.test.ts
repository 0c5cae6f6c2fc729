import { describe, expect, test } from 'vitest';
import { replay } from '../../server/decisions/replay.ts';
import { exampleFamily, shippedLibrary } from '../builders/http.ts';
import { keepingApp, somebody } from '../builders/kept.ts';
import { databases } from '../builders/stores.ts';

describe.each(databases)('$name', (database) => {
  test('a kept decision made again is the same, by its record or by its content', async () => {
    const { keep, post, ask } = await keepingApp(database);
    const record = await keep({ asOf: '2013-10-01' });
    const { body } = await ask(`/decisions/${record}`);
    expect(body).toMatchObject({ record, authority: 'Harrow', family: { id: 'F-001', held: 'family' } });
    for (const id of [record, String(body['id'])])
      expect((await post(`/decisions/${id}/replay`, {})).body).toEqual({ result: 'same' });
  });

  test('a withheld family can be given, and is told by its keyed hash', async () => {
    const { keep, post } = await keepingApp(database);
    const path = `/decisions/${await keep({ keep: 'withhold' })}/replay`;
    const why = async (body: object) => (await post(path, body)).body['why'] ?? 'none';
    expect(await why({})).toBe('family-withheld');
    expect(await why({ family: { ...exampleFamily(), attachedOn: null } })).toBe('family-differs');
    expect(await why({ family: { id: 'F-001' } })).toBe('family-unreadable');
    expect((await post(path, { family: exampleFamily() })).body).toEqual({ result: 'same' });
  });

  test('a record of another authority is as if it were not there, and asking for it is logged', async () => {
    const { keep, ask, post, asking, logged } = await keepingApp(database);
    const record = await keep();
    asking.principal = somebody('Oxfordshire', 'k-2');
    const nowhere = await ask('/decisions/nowhere');
    const theirs = await ask(`/decisions/${record}`);
    expect(theirs).toMatchObject({ status: 404, body: nowhere.body });
    expect((await post(`/decisions/${record}/replay`, {})).status).toBe(404);
    expect(logged.map(({ message }) => message)).toEqual([
      'other-authority-refused',
      'other-authority-refused',
    ]);
  });
});

describe('what was kept is held against what is decided now', () => {
  const kept = async () => {
    const { keep, store } = await keepingApp(databases[0]);
    await keep();
    const [row] = await store.read((q) => q.select().from(store.tables.decision));
    if (row === undefined) throw new Error('one is kept');
    return row;
  };
  const family = { document: exampleFamily(), isTheSame: () => true };

  test('another trace, another answer, another version, other semantics: each is told', async () => {
    const row = await kept();
    const again = (changes: Partial<typeof row>) => replay(shippedLibrary(), { ...row, ...changes }, family);
    expect(again({}).result).toBe('same');
    expect(again({ traceDigest: 'other' }).result).toBe('same-result-other-trace');
    const answer = row.answer.replace('"totalDuePence":0', '"totalDuePence":7');
    expect(again({ answer })).toEqual({
      result: 'different',
      changes: [{ path: '/totalDuePence', from: 7, to: 0 }],
    });
    expect(again({ versionHash: 'sha256:none' })).toMatchObject({ why: 'version-missing' });
    expect(again({ semantics: 0 })).toMatchObject({ why: 'semantics-unsupported' });
    expect(replay(shippedLibrary(), row, 'family-erased')).toMatchObject({ why: 'family-erased' });
  });
});
