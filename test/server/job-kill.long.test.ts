import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { JobDocument } from '../../server/jobs/document.ts';
import type { JobResults } from '../../server/jobs/results.ts';
import { root } from '../../server/setup/ensure.mjs';
import { openStoreAt } from '../../server/store/open.ts';
import { phase2, syntheticLines } from '../builders/jobs.ts';
import { temporaryFolder } from '../builders/rulesets-folder.ts';

/** Twenty blocks: eight of them are kept together. */
const FAMILIES = 4_000;
/** Half a minute on two idle processors; a busy machine is slow to start processes. */
const PATIENCE = 300_000;
const key = 'a-key-for-a-server-that-is-killed';
const authorised = { authorization: `Bearer ${key}` };

interface Running {
  readonly child: ChildProcess;
  readonly ask: (line: string, init?: RequestInit) => Promise<Response>;
}

/** A server of its own in a process of its own, over a folder of data; from the sources, so that it needs no build. */
async function running(data: string): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      PORT: '0',
      THRESHOLD_DATA: data,
      THRESHOLD_KEY: key,
      THRESHOLD_THREADS: '1',
    },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const address = await new Promise<string>((resolve, reject) => {
    const said: string[] = [];
    child.on('exit', () => {
      reject(new Error(said.join('\n')));
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      const { msg, address: at } = JSON.parse(line.startsWith('{') ? line : '{}') as Record<string, string>;
      if (msg === 'ready' && at !== undefined) resolve(at);
    });
  });
  return {
    child,
    ask: (line, init = {}) => {
      const [method = 'GET', to = ''] = line.split(' ');
      const own = init.headers as Readonly<Record<string, string>> | undefined;
      return fetch(`${address}/api/v1${to}`, { ...init, method, headers: { ...authorised, ...own } });
    },
  };
}

/** Reads the events of a job until one says so. */
async function until(
  { ask }: Running,
  id: string,
  isEnough: (job: JobDocument) => boolean,
): Promise<JobDocument> {
  const { body } = await ask(`GET /jobs/${id}/events`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const at = event.indexOf('\ndata: ');
      if (at === -1) continue;
      const job = JSON.parse(event.slice(at + '\ndata: '.length)) as JobDocument;
      if (isEnough(job)) return job;
    }
  }
  throw new Error('the events ended too early');
}

test(
  'a server that is killed in the midst of a job finishes it once it is started again, as if nothing had been',
  async () => {
    const data = temporaryFolder();
    const first = await running(data);
    const upload = {
      headers: { 'content-type': 'application/x-ndjson' },
      body: syntheticLines(FAMILIES).join('\n'),
    };
    expect((await first.ask('POST /cohorts?title=Many&id=the-cohort', upload)).status).toBeLessThan(300);
    const body = JSON.stringify({
      ...{ versions: [phase2('1.0.0'), phase2('1.1.0')], cohort: 'the-cohort', asOf: '2016-03-01' },
    });
    const question = { headers: { 'content-type': 'application/json' }, body };
    const { id } = (await (await first.ask('POST /jobs', question)).json()) as JobDocument;
    await until(first, id, ({ progress }) => progress.done > 0);
    const ended = new Promise((resolve) => first.child.on('close', resolve));
    first.child.kill('SIGKILL');
    await ended;

    const store = await openStoreAt(
      path.join(data, 'threshold.db'),
      () => performance.timeOrigin + performance.now(),
    );
    const { job, jobPart } = store.tables;
    const [kept] = await store.read((q) => q.select().from(job));
    const parts = await store.read((q) => q.$count(jobPart));
    expect(kept?.state).toBe('asked');
    expect(parts).toBeGreaterThan(0);
    expect(parts * 200).toBe(kept?.done);
    expect((await verifyAudit(store)).findings).toEqual([]);
    await store.close();

    const second = await running(data);
    const finished = await until(second, id, ({ endedAt }) => endedAt !== null);
    expect(finished).toMatchObject({ state: 'finished', progress: { done: FAMILIES, of: FAMILIES } });
    const { id: again } = (await (await second.ask('POST /jobs', question)).json()) as JobDocument;
    await until(second, again, ({ endedAt }) => endedAt !== null);
    const [resumed, undisturbed] = [id, again].map(
      async (one) => (await (await second.ask(`GET /jobs/${one}/results`)).json()) as JobResults,
    );
    expect({ ...(await resumed), job: again }).toEqual(await undisturbed);
    const stopped = new Promise((resolve) => second.child.on('close', resolve));
    second.child.kill('SIGTERM');
    expect(await stopped).toBe(0);
  },
  PATIENCE,
);
