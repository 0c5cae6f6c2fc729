import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { Threads } from '../../server/batch/threads.ts';
import { type JobSetup, partDecider } from '../../server/jobs/decide-part.ts';
import { LEASE, MOST_TRIES } from '../../server/jobs/lease.ts';
import { createJobs } from '../../server/jobs/runner.ts';
import { StoreFault } from '../../server/store/fault.ts';
import type { Store } from '../../server/store/store.ts';
import { memoryStore } from '../builders/memory-store.ts';
import { phase2, syntheticLines, threads as realThreads, workingApp } from '../builders/jobs.ts';

const versions = [phase2('1.0.0'), phase2('1.1.0')];
/** Three blocks. */
const FAMILIES = 410;
const idAt = (at: number) => (JSON.parse(syntheticLines(FAMILIES)[at] ?? '{}') as { id: string }).id;

/** A clock that leaps, so that every block is kept by itself. */
function leaping() {
  let now = Date.UTC(2026, 0, 1);
  return { clock: () => (now += 1100), leap: (milliseconds: number) => (now += milliseconds) };
}

/** Decides where it is called, one block at a time; `before` may hold a block back, or refuse it. */
function gated(before: (block: number) => Promise<void> = () => Promise.resolve()) {
  const blocks: number[] = [];
  const parts = (setup: JobSetup): ReturnType<Threads['parts']> => {
    const decide = partDecider({ ...setup, opinionsPerThousand: 0 });
    return {
      atOnce: 1,
      decide: async (part) => {
        await before(part.number);
        blocks.push(part.number);
        return decide(part);
      },
    };
  };
  return { blocks, threads: { ...realThreads, parts } };
}

const never = () => new Promise<void>(() => undefined);

/** Something that is waited for, and let go once. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const partsIn = (store: Store) => store.read((q) => q.$count(store.tables.jobPart));

/** An app whose jobs stop at block 1 until `go` is called; `met` resolves once it is reached. */
async function stopping() {
  const { clock, leap } = leaping();
  const store = memoryStore(clock);
  const [met, go] = [gate(), gate()];
  const { threads, blocks } = gated(async (block) => {
    if (block !== 1) return;
    met.open();
    await go.opened;
  });
  const working = await workingApp(FAMILIES, { clock, store, threads });
  const { body } = await working.asked({ versions });
  await met.opened;
  return { ...working, id: String(body['id']), go: go.open, store, blocks, clock, leap };
}

test('a job that is cancelled stops at the next block, and nothing is left of it', async () => {
  const { ask, go, deps, id, job, store, blocks } = await stopping();
  expect(await partsIn(store)).toBe(1);
  expect((await ask(`POST /jobs/${id}/cancel`)).body).toMatchObject({ state: 'cancelled' });
  go();
  await deps.jobs.idle();
  expect([await job(id), await partsIn(store), blocks]).toMatchObject([{ state: 'cancelled' }, 0, [0, 1]]);
  expect((await ask(`POST /jobs/${id}/cancel`)).body['type']).toMatch('job-ended');
  expect((await ask(`GET /jobs/${id}/results`)).body['type']).toMatch('job-not-finished');
  expect((await verifyAudit(store)).findings).toEqual([]);
});

test('a job of a cohort that is purged half way ends with it', async () => {
  const { ask, go, deps, id, job, store } = await stopping();
  expect((await ask('DELETE /cohorts/the-cohort')).status).toBe(200);
  go();
  await deps.jobs.idle();
  expect([await job(id), await partsIn(store)]).toMatchObject([{ state: 'purged' }, 0]);
});

test('what came of a finished job goes with its cohort', async () => {
  const { done, ask, job, deps } = await workingApp(3);
  const { id } = await done({ versions });
  await ask('DELETE /cohorts/the-cohort');
  expect([await job(id), await partsIn(deps.store)]).toMatchObject([{ state: 'purged' }, 0]);
  expect((await ask(`GET /jobs/${id}/families`)).status).toBe(409);
});

const erasing = (family: string): [string, RequestInit] => [
  `DELETE /families/${family}`,
  { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reason: 'asked for' }) },
];

test('families that are erased half way are in no result, whether they were decided or not', async () => {
  const { ask, go, deps, id, job, done, results, listed, text, store } = await stopping();
  for (const at of [7, 205, 409]) expect((await ask(...erasing(idAt(at)))).status).toBe(200);
  go();
  await deps.jobs.idle();
  expect(await job(id)).toMatchObject({ state: 'finished', progress: { done: 408, of: 408 }, erased: 1 });
  const met = (await listed(id, '?limit=500')).families.map(({ family }) => family);
  const left = Array.from({ length: FAMILIES }, (_, at) => at).filter((at) => ![7, 205, 409].includes(at));
  expect(met).toEqual(left.map(idAt));
  const { families, wrong, versions: sums, pairs } = await results(id);
  const { id: again } = await done({ versions });
  expect(await results(again)).toMatchObject({ families, wrong, versions: sums, pairs });
  for (const at of [7, 205, 409])
    expect(await text(`/families/${idAt(at)}/export`)).toMatch('family-not-kept');
  expect((await verifyAudit(store)).findings).toEqual([]);
});

test('a family that is erased afterwards is in no number and no list, and the job says so', async () => {
  const { done, ask, results, listed, job, text } = await workingApp(5);
  const { id } = await done({ versions });
  expect(await text(`/families/${idAt(2)}/export`)).toMatch(`"jobs":["${id}"]`);
  expect((await ask(...erasing(idAt(2)))).body).toMatchObject({ cohorts: 1, jobs: 1 });
  expect(await results(id)).toMatchObject({ families: 4, erased: 1 });
  const met = (await listed(id)).families.map(({ family }) => family);
  expect(met).toEqual([0, 1, 3, 4].map(idAt));
  expect((await job(id)).erased).toBe(1);
});

describe('a server that ends without a word', () => {
  test('a restarted one goes on at the next block at once, and finds what an undisturbed one does', async () => {
    const { clock } = leaping();
    const store = memoryStore(clock);
    const first = gated((block) => (block === 1 ? never() : Promise.resolve()));
    const working = await workingApp(FAMILIES, { clock, store, threads: first.threads, jobs: idleJobs() });
    const { body } = await working.asked({ versions });
    const id = String(body['id']);
    const killed = serverOn(working.deps, { store, threads: first.threads, name: 'killed' });
    await untilParts(store, 1);
    const second = gated();
    const restarted = serverOn(working.deps, {
      store: { ...store, kind: 'sqlite' },
      threads: second.threads,
      name: 'next',
    });
    await restarted.idle();
    expect([first.blocks, second.blocks]).toEqual([[0], [1, 2]]);
    expect(await working.job(id)).toMatchObject({ state: 'finished', progress: { done: FAMILIES } });
    const one = await working.results(id);
    // because the next app may have the same database, and is to be left alone in it
    void killed.stop();
    await restarted.stop();
    const undisturbed = await workingApp(FAMILIES, { threads: gated().threads });
    const { id: other } = await undisturbed.done({ versions });
    expect({ ...one, job: other }).toEqual(await undisturbed.results(other));
  });

  test('another that shares the store waits for the end of the lease, and no block is done twice', async () => {
    const { clock, leap } = leaping();
    const store: Store = { ...memoryStore(clock), kind: 'postgres' };
    const held = gate();
    const first = gated((block) => (block === 1 ? held.opened : Promise.resolve()));
    const working = await workingApp(FAMILIES, { clock, store, threads: first.threads, jobs: idleJobs() });
    const { body } = await working.asked({ versions });
    const slow = serverOn(working.deps, { store, threads: first.threads, name: 'slow' });
    await untilParts(store, 1);
    const rest = gate();
    const second = gated((block) => (block === 2 ? rest.opened : Promise.resolve()));
    const other = serverOn(working.deps, { store, threads: second.threads, name: 'other' });
    await other.idle();
    expect(second.blocks).toEqual([]);
    leap(LEASE);
    other.wake();
    await untilParts(store, 2);
    // the slow one wakes, and what it did meanwhile is not kept
    held.open();
    await slow.idle();
    expect([await partsIn(store), first.blocks]).toEqual([2, [0, 1]]);
    rest.open();
    await other.idle();
    expect(second.blocks).toEqual([1, 2]);
    expect(await partsIn(store)).toBe(3);
    expect(await working.job(String(body['id']))).toMatchObject({
      state: 'finished',
      progress: { done: FAMILIES },
    });
    expect(working.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test(`after ${String(MOST_TRIES)} of them the job is given up`, async () => {
    const { clock, leap } = leaping();
    const store: Store = { ...memoryStore(clock), kind: 'postgres' };
    const working = await workingApp(3, { clock, store, jobs: idleJobs() });
    const { body } = await working.asked({ versions });
    const id = String(body['id']);
    for (let server = 0; server < MOST_TRIES; server += 1) {
      const [met, hanging] = [gate(), gate()];
      const { threads } = gated(async () => {
        met.open();
        await hanging.opened;
      });
      serverOn(working.deps, { store, threads, name: `hanging-${String(server)}` });
      await met.opened;
      expect(await working.job(id)).toMatchObject({ state: 'running' });
      leap(LEASE);
    }
    const last = serverOn(working.deps, { store, threads: gated().threads, name: 'last' });
    await last.idle();
    expect(await working.job(id)).toMatchObject({
      state: 'failed',
      problem: { type: '/api/v1/problems/job-given-up', block: null },
    });
  });
});

test('two servers that share a store share the jobs, and no block is done twice', async () => {
  // no lease runs out of time, however often the servers look at the clock
  let now = Date.UTC(2026, 0, 1);
  const clock = () => (now += 1);
  const store: Store = { ...memoryStore(clock), kind: 'postgres' };
  const working = await workingApp(FAMILIES, { clock, store, jobs: idleJobs() });
  const ids: string[] = [];
  for (let at = 0; at < 4; at += 1) ids.push(String((await working.asked({ versions })).body['id']));
  const [one, other] = [gated(), gated()];
  const servers = [
    serverOn(working.deps, { store, threads: one.threads, name: 'one' }),
    serverOn(working.deps, { store, threads: other.threads, name: 'other' }),
  ];
  await Promise.all(servers.map((server) => server.idle()));
  for (const id of ids) expect((await working.job(id)).state).toBe('finished');
  expect(one.blocks.length + other.blocks.length).toBe(4 * 3);
  expect(Math.min(one.blocks.length, other.blocks.length)).toBeGreaterThan(0);
});

test('a block that cannot be decided fails the job, which says where and what to do', async () => {
  const { threads } = gated((block) =>
    block === 1 ? Promise.reject(new Error('out of memory')) : Promise.resolve(),
  );
  const { done, deps, logged } = await workingApp(FAMILIES, { ...leaping(), threads });
  expect(await done({ versions })).toMatchObject({
    state: 'failed',
    problem: {
      type: '/api/v1/problems/job-stopped',
      block: 1,
      detail: expect.stringContaining('Ask it again') as string,
    },
  });
  expect(await partsIn(deps.store)).toBe(0);
  expect(logged).toContainEqual(expect.objectContaining({ level: 'error', message: 'job-stopped' }));
});

test('a store that fails for a while is waited for', async () => {
  const { clock } = leaping();
  const store = memoryStore(clock);
  let isFull = false;
  const failing: Store = {
    ...store,
    write: (writer, work) => (isFull ? Promise.reject(new StoreFault('full')) : store.write(writer, work)),
  };
  const { threads, blocks } = gated((block) => {
    if (block === 1) isFull = true;
    return Promise.resolve();
  });
  const working = await workingApp(FAMILIES, { clock, store: failing, threads });
  const { id } = (await working.asked({ versions })).body as { id: string };
  await working.deps.jobs.idle();
  expect(await working.job(id)).toMatchObject({ state: 'queued' });
  isFull = false;
  blocks.length = 0;
  // because block 1 would fill it again
  const other = serverOn(working.deps, { store, threads: gated().threads, name: 'after' });
  await other.idle();
  expect(await working.job(id)).toMatchObject({ state: 'finished' });
});

test('a server that stops leaves its job to the next, which need not wait', async () => {
  const { go, deps, id, job, store, clock } = await stopping();
  const stopped = deps.jobs.stop();
  go();
  await stopped;
  expect(await job(id)).toMatchObject({ state: 'queued' });
  const { threads, blocks } = gated();
  await serverOn(deps, { store: { ...store, kind: 'postgres' }, threads, name: 'next', clock }).idle();
  expect([await job(id), blocks]).toMatchObject([{ state: 'finished' }, [1, 2]]);
});

type Server = ReturnType<typeof createJobs>;

/** A server that works at no job: those of a test are done by others. */
function idleJobs(): Server {
  return {
    wake: () => undefined,
    further: () => Promise.resolve(),
    idle: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}

/** Another server over the same store. With the test it ends to look for jobs: the next test may have the same database. */
function serverOn(
  { clock, log, shelf }: Pick<Parameters<typeof createJobs>[0], 'clock' | 'log' | 'shelf'>,
  own: Pick<Parameters<typeof createJobs>[0], 'store' | 'threads' | 'name'> & {
    readonly clock?: () => number;
  },
): Server {
  const server = createJobs({ clock, log, shelf, ...own });
  onTestFinished(() => {
    // not waited for, because some are made to hang
    void server.stop();
  });
  return server;
}

/** Waits for so many parts to be kept, by asking. */
async function untilParts(store: Store, parts: number): Promise<void> {
  while ((await partsIn(store)) < parts) await new Promise((resolve) => setImmediate(resolve));
}
