import { OpenAPIHono } from '@hono/zod-openapi';
import { describe, expect, test } from 'vitest';
import { permissionNames } from '../../server/identity/permissions.ts';
import type { ServerEnv } from '../../server/request-context.ts';
import { audit } from '../../server/routes/audit.ts';
import type { Store } from '../../server/store/store.ts';
import { appFor, authorised } from '../builders/http.ts';
import { memoryStore } from '../builders/memory-store.ts';
import { addPeople } from '../builders/people.ts';

const newYear = Date.UTC(2026, 0, 1);

/** A store with three entries, a minute apart: two of Harrow's and one that is national. */
async function threeEntries(): Promise<Store> {
  let now = newYear - 60_000;
  const store = memoryStore(() => (now += 60_000));
  await addPeople(store, ['p-1'], { actor: 'system', authority: 'national' });
  await addPeople(store, ['p-2'], { actor: 'person:p-1', authority: 'Harrow' });
  await addPeople(store, ['p-3'], { actor: 'key:k-1', authority: 'Harrow' });
  return store;
}

interface Page {
  readonly entries: readonly { readonly seq: number; readonly authority: string }[];
  readonly before: number | null;
}

/** The routes alone, asked by someone of an authority. */
function askedBy(authority: string, store: Store) {
  const app = new OpenAPIHono<ServerEnv>();
  app.use(async (c, next) => {
    c.set('principal', {
      kind: 'person',
      id: 'p-9',
      name: '',
      authority,
      permissions: new Set(permissionNames),
    });
    await next();
  });
  return app.route('/', audit({ store }));
}

const seqs = async (store: Store, address: string, authority = 'national') => {
  const answer = await askedBy(authority, store).request(address);
  const page = (await answer.json()) as Page;
  return [page.entries.map(({ seq }) => seq), page.before];
};

describe('the audit log', () => {
  test.for([
    { query: '', found: [[3, 2, 1], null], why: 'all, the newest first' },
    { query: '?limit=2', found: [[3, 2], 2], why: 'a page, and where the next begins' },
    { query: '?limit=2&before=2', found: [[1], null], why: 'the next page, which is the last' },
    { query: '?limit=3', found: [[3, 2, 1], null], why: 'a page that is just full' },
    { query: '?actor=key:k-1', found: [[3], null], why: 'by one actor' },
    { query: '?subject=p-2', found: [[2], null], why: 'of one subject' },
    { query: '?action=person-added', found: [[3, 2, 1], null], why: 'of one action' },
    { query: '?action=person-disabled', found: [[], null], why: 'of an action that there was not' },
    { query: '?since=2026-01-01T00:01:00Z', found: [[3, 2], null], why: 'from the instant of an entry' },
    { query: '?since=2026-01-01T00:01:00.001Z', found: [[3], null], why: 'from just after it' },
  ])('$query: $why', async ({ query, found }) => {
    expect(await seqs(await threeEntries(), `/audit${query}`)).toEqual(found);
  });

  test('of another authority is not there', async () => {
    const store = await threeEntries();
    expect(await seqs(store, '/audit', 'Harrow')).toEqual([[3, 2], null]);
    expect(await seqs(store, '/audit', 'Oxfordshire')).toEqual([[], null]);
  });

  test.for([
    { query: 'limit=0', status: 400 },
    { query: 'limit=1', status: 200 },
    { query: 'limit=500', status: 200 },
    { query: 'limit=501', status: 400 },
    { query: 'since=2026-01-01', status: 400 },
    { query: 'authority=Harrow', status: 400 },
  ])('$query is answered $status', async ({ query, status }) => {
    const { app } = appFor({ store: await threeEntries() });
    const answer = await app.request(`/api/v1/audit?${query}`, { headers: authorised });
    expect(answer.status).toBe(status);
  });
});

describe('its verification', () => {
  const asked = async (store: Store, query = '', authority = 'national') => {
    const answer = await askedBy(authority, store).request(`/audit/verification${query}`);
    return (await answer.json()) as { whole: boolean; head: string; findings: object[] };
  };
  /** Behind the log's back, as one who has the database may. */
  const tampered = async () => {
    const store = await threeEntries();
    await store.mark(({ update }) => update(store.tables.person).set({ roles: '["administrator"]' }));
    return store;
  };

  test('of an untouched store finds nothing, and its head is held against a later one', async () => {
    const store = await threeEntries();
    const { head, ...report } = await asked(store);
    expect(report).toEqual({ whole: true, entries: 3, rows: 3, findings: [] });
    await addPeople(store, ['p-4']);
    expect(await asked(store, `?head=${head}`)).toMatchObject({ whole: true, entries: 4 });
  });

  test('against a head that the store does not hold says so: its end was cut', async () => {
    expect(await asked(await threeEntries(), `?head=4:${'0'.repeat(64)}`)).toMatchObject({
      whole: false,
      findings: [{ code: 'head-missing', entry: 4 }],
    });
  });

  test('names the row to a national auditor alone', async () => {
    const store = await tampered();
    const rows = ({ findings }: { findings: object[] }) => findings.filter((one) => 'row' in one).length;
    expect(rows(await asked(store))).toBe(3);
    const local = await asked(store, '', 'Harrow');
    expect([local.whole, local.findings.length, rows(local)]).toEqual([false, 3, 0]);
  });

  test('is done one at a time', async () => {
    const app = askedBy('national', await threeEntries());
    const answers = await Promise.all([
      app.request('/audit/verification'),
      app.request('/audit/verification'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect((await app.request('/audit/verification')).status).toBe(200);
  });
});
