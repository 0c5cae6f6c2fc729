import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secondOpinion } from '../../engine/second-opinion.ts';
import { createApp } from '../../server/app.ts';
import { createThreads } from '../../server/batch/threads.ts';
import type { Deps } from '../../server/deps.ts';
import type { Jobs } from '../../server/jobs/jobs.ts';
import { createJobs } from '../../server/jobs/runner.ts';
import { digestOf } from '../../server/key.ts';
import type { Library } from '../../server/library/library.ts';
import { openLibrary } from '../../server/library/open.ts';
import { root } from '../../server/setup/ensure.mjs';
import { memoryStore } from './memory-store.ts';

export const key = 'key-of-the-tests-0001';

/** The example family as it ships; a test that changes it changes its own. */
export function exampleFamily(): Record<string, unknown> {
  const text = readFileSync(path.join(root, 'server/examples/family.json'), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

let shipped: Library | undefined;

/** The real rulesets folder, read once for all tests of a file. */
export function shippedLibrary(): Library {
  if (shipped === undefined) {
    const opened = openLibrary(path.join(root, 'rulesets'));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error, null, 2));
    shipped = opened.value;
  }
  return shipped;
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** 1 December 2012, noon, in London and in Greenwich. */
const noon = Date.UTC(2012, 11, 1, 12);

let servers = 0;

/** Jobs that nobody looks for before one is asked, so that an app that has none opens no store for them. */
function jobsWhenAsked(begin: () => Jobs): Jobs {
  let begun: Jobs | undefined;
  const jobs = () => (begun ??= begin());
  return {
    wake: () => {
      jobs().wake();
    },
    further: (milliseconds) => jobs().further(milliseconds),
    idle: () => jobs().idle(),
    stop: async () => begun?.stop(),
  };
}

/** An app over the real rulesets whose clock, ids and log are the test's own. */
export function appFor(given: Partial<Deps> = {}) {
  const logged: Logged[] = [];
  const write = (level: Logged['level']) => (fields: Logged['fields'], message: string) => {
    logged.push({ level, fields, message });
  };
  let requests = 0;
  let secrets = 0;
  let now = noon;
  const clock = given.clock ?? (() => (now += 1));
  const library = given.library ?? shippedLibrary();
  const needed: Omit<Deps, 'jobs'> = {
    library,
    shelf: { current: () => Promise.resolve(library) },
    secondOpinion,
    access: { open: false, digests: [digestOf(key)] },
    store: memoryStore(clock),
    clock,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    ids: () => `request-${String((requests += 1))}`,
    secret: () => `secret-${String((secrets += 1))}`,
    origin: undefined,
    behindProxy: false,
    limits: {
      bodyBytes: 64 * 1024,
      evaluationsAtOnce: 4,
      batchesAtOnce: 1,
      cohortBytes: 8 * 1024 * 1024,
      cohortMilliseconds: 600_000,
    },
    threads: createThreads(2),
    lifecycle: { draining: false },
    scratch: tmpdir(),
    studio: path.join(root, 'test/builders/built-studio'),
    exampleFamily: exampleFamily(),
    ...given,
  };
  const { store, threads, log, shelf } = needed;
  const working = {
    store,
    threads,
    log,
    shelf,
    clock: needed.clock,
    name: `server-${String((servers += 1))}`,
  };
  const deps: Deps = { ...needed, jobs: given.jobs ?? jobsWhenAsked(() => createJobs(working)) };
  return { app: createApp(deps), deps, logged };
}

export const authorised = { authorization: `Bearer ${key}` };
export const json = { ...authorised, 'content-type': 'application/json' };

/** The example question, with parts of it replaced. */
export function questionWith(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ruleset: { id: 'phase-1', version: '1.0.0' },
    asOf: '2012-12-01',
    family: exampleFamily(),
    ...changes,
  };
}

/** A POST of a question; text goes as it is. */
export function posting(body: unknown, headers: Readonly<Record<string, string>> = json) {
  return { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** A POST of a body that is still being sent. */
export function streaming(
  body: ReadableStream<Uint8Array>,
  headers: Readonly<Record<string, string>> = json,
): Request {
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return new Request('http://localhost/api/v1/evaluations', init);
}
