import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import { retain } from '../../server/decisions/forget.ts';
import { exampleFamily, json } from '../builders/http.ts';
import { keepingApp, somebody } from '../builders/kept.ts';
import { databases } from '../builders/stores.ts';

const erasing = (reason: string) => ({ method: 'DELETE', headers: json, body: JSON.stringify({ reason }) });
const DAY = 86_400_000;

describe.each(databases)('$name', (database) => {
  test('a family is exported whole, erased, and then as if it had never been told', async () => {
    const { keep, ask, post, store, asking } = await keepingApp(database);
    const record = await keep();
    await keep({ keep: 'withhold', asOf: '2013-10-01' });
    asking.principal = somebody('Oxfordshire');
    const theirs = await keep();
    asking.principal = somebody('Harrow');
    expect((await ask('/families/F-001/export')).body).toMatchObject({
      authority: 'Harrow',
      kept: [{ decision: { record }, family: exampleFamily() }, { family: null }],
    });
    const erased = await ask('/families/F-001', erasing('asked for on 3 March'));
    expect(erased.body).toEqual({ decisions: 2, documents: 1, keys: 1, cohorts: 0, jobs: 0, claims: 0 });
    expect((await post(`/decisions/${record}/replay`, { family: exampleFamily() })).body).toMatchObject({
      why: 'family-erased',
    });
    expect((await ask(`/decisions/${record}`)).body).toMatchObject({
      id: null,
      family: { id: null, held: 'erased' },
    });
    expect((await ask('/families/F-001/export')).status).toBe(404);
    expect((await ask('/families/F-001', erasing('again'))).status).toBe(404);
    expect((await verifyAudit(store)).findings).toEqual([]);
    const entries = await store.read((q) => q.select().from(store.tables.auditEntry));
    expect(entries.at(-1)).toMatchObject({ action: 'family-erased', authority: 'Harrow' });
    expect(JSON.stringify(entries)).not.toContain('F-001');
    asking.principal = somebody('Oxfordshire');
    expect((await post(`/decisions/${theirs}/replay`, {})).body).toEqual({ result: 'same' });
  });

  test('what is older than it is to be kept is forgotten, on the day and not before; what shares its family is not', async () => {
    const { keep, post, store, time } = await keepingApp(database);
    const old = await keep();
    const keptAt = time.now;
    time.now += 10 * DAY;
    const young = await keep({ asOf: '2013-10-01' });
    expect(await retain(store, keptAt + 30 * DAY - 10_000, 30)).toEqual({
      decisions: 0,
      documents: 0,
      keys: 0,
    });
    expect(await retain(store, keptAt + 100 * DAY, undefined)).toEqual({
      decisions: 0,
      documents: 0,
      keys: 0,
    });
    expect(await retain(store, keptAt + 30 * DAY + 10_000, 30)).toEqual({
      decisions: 1,
      documents: 0,
      keys: 0,
    });
    expect((await post(`/decisions/${old}/replay`, {})).body).toMatchObject({ why: 'family-erased' });
    expect((await post(`/decisions/${young}/replay`, {})).body).toEqual({ result: 'same' });
    expect(await retain(store, time.now + 31 * DAY, 30)).toEqual({ decisions: 1, documents: 1, keys: 1 });
    const again = await keep();
    expect((await post(`/decisions/${again}/replay`, {})).body).toEqual({ result: 'same' });
    expect((await verifyAudit(store)).findings).toEqual([]);
  });
});
