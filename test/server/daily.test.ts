import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { daily } from '../../server/daily.ts';
import { retaining } from '../../server/decisions/retained.ts';
import { forgetUses, markUse } from '../../server/identity/use.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { appFor } from '../builders/http.ts';
import { keyIn, personIn, sessionIn } from '../builders/identity.ts';
import { keepingApp } from '../builders/kept.ts';
import { memoryStore } from '../builders/memory-store.ts';

const day = 86_400_000;
const minute = 60_000;

const log = () => {
  const lines: string[] = [];
  const write = (_: unknown, message: string) => void lines.push(message);
  return { lines, log: { info: write, warn: write, error: write } };
};

describe('what is done daily', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Work that says when it was done, each the next piece of it once it is let. */
  function counted() {
    const done: string[] = [];
    const work = (name: string, fails = false) => ({
      name,
      run: () => {
        done.push(name);
        return fails ? Promise.reject(new Error('no')) : Promise.resolve();
      },
    });
    return { done, work };
  }

  test('is done at once, after a day and not before, and no more once stopped', async () => {
    const { done, work } = counted();
    const { stop } = daily(log().log, [work('a')]);
    await vi.advanceTimersByTimeAsync(day - 1);
    expect(done).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['a', 'a']);
    await stop();
    await vi.advanceTimersByTimeAsync(2 * day);
    expect(done).toEqual(['a', 'a']);
  });

  test('what fails is logged, holds up nothing, and is tried again the next day', async () => {
    const { done, work } = counted();
    const { log: to, lines } = log();
    const { stop } = daily(to, [work('a', true), work('b')]);
    await vi.advanceTimersByTimeAsync(day);
    await stop();
    expect({ done, lines }).toEqual({ done: ['a', 'b', 'a', 'b'], lines: ['a-failed', 'a-failed'] });
  });

  test.for([
    { keepDays: 1, left: 0 },
    { keepDays: 2, left: 1 },
  ])(
    'families are kept for so many days, $keepDays; after one day are left: $left',
    async ({ keepDays, left }) => {
      const { deps, store, time, keep } = await keepingApp({ open: () => openSqlite(':memory:') });
      await keep();
      const { log: to, lines } = log();
      const { stop } = daily(to, [retaining({ ...deps, log: to }, keepDays)]);
      time.now += day;
      await vi.advanceTimersByTimeAsync(day);
      await stop();
      const rows = await store.read((q) => q.select().from(store.tables.decision));
      const families = rows.flatMap(({ family }) => family ?? []).length;
      expect({ families, lines }).toEqual({ families: left, lines: left === 0 ? ['forgotten-by-age'] : [] });
    },
  );
});

describe('marks of use', () => {
  test.for([
    { why: 'signed out', end: 'DELETE /api/v1/sessions/current', left: 0 },
    { why: 'still signed in', end: 'GET /api/v1/account', left: 1 },
  ])('of one who is $why: $left', async ({ end, left }) => {
    const { app, deps } = appFor();
    const headers = await sessionIn(deps.store, await personIn(deps.store, ['reader']));
    await app.request('/api/v1/account', { headers });
    const [method = '', path = ''] = end.split(' ');
    await app.request(path, { method, headers });
    expect(await deps.store.read((q) => q.$count(deps.store.tables.use))).toBe(left);
  });

  test('of sessions that ran out, were ended or are gone are removed; of those that go on and of keys they stay', async () => {
    let now = Date.UTC(2026, 0, 1, 9);
    const store = memoryStore(() => now);
    const person = await personIn(store, ['reader']);
    const { session, use } = store.tables;
    const begin = async () => {
      await sessionIn(store, person);
      const rows = await store.read((q) => q.select().from(session));
      return rows.at(-1)?.id ?? '';
    };
    const [expired, ended] = [await begin(), await begin()];
    now += 12 * 60 * minute - 1;
    const goesOn = await begin();
    await store.write({ actor: 'system', authority: 'national' }, async (tx) => {
      tx.record({ action: 'session-ended' });
      await tx.update('session', ended, { endedAt: tx.at });
    });
    const { id: key } = await keyIn(store, ['decide']);
    for (const id of [expired, ended, goesOn, key, 'gone'])
      await markUse(store, { id, markedAt: null }, new Date(now).toISOString());
    const left = async () => (await store.read((q) => q.select().from(use))).map(({ id }) => id).sort();
    await forgetUses(store, now);
    expect(await left()).toEqual([expired, goesOn, key].sort());
    now += 1;
    await forgetUses(store, now);
    expect(await left()).toEqual([goesOn, key].sort());
  });
});
