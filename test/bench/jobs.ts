import { strictEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createThreads } from '../../server/batch/threads.ts';
import { rowOfBlock } from '../../server/cohorts/block.ts';
import { FAMILIES_A_BLOCK } from '../../server/cohorts/reading/reader.ts';
import { somebody } from '../builders/cohorts.ts';
import { askJob } from '../../server/jobs/ask.ts';
import { jobOf } from '../../server/jobs/find.ts';
import { createJobs } from '../../server/jobs/runner.ts';
import { resultsOf } from '../../server/jobs/summed.ts';
import { versionsOf } from '../../server/jobs/versions.ts';
import type { Library } from '../../server/library/library.ts';
import { openStoreAt } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';

/** What a job over so many families took, two versions and traces kept, on two threads. */
export interface JobTimes {
  readonly families: number;
  /** Parsing the same texts with JSON.parse, on one thread. */
  readonly parsed: number;
  readonly job: number;
  /** Asking for its results afterwards. */
  readonly results: number;
  readonly mebibytes: number;
  /** On the disk, for each family. */
  readonly bytesKept: number;
}

const clock = () => performance.timeOrigin + performance.now();
const seconds = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
const principal = somebody('national');
const silent = { info: () => undefined, warn: () => undefined, error: console.error };

/** Families of their own, though only so many of them are made: the id is the only thing that differs. */
function* textsOf(lines: readonly string[], families: number): Generator<string> {
  for (let at = 0; at < families; at += 1) {
    const text = lines[at % lines.length] ?? '';
    yield text.replace(/"id":"[^"]*"/, `"id":"F-${String(at)}"`);
  }
}

async function stored(store: Store, texts: Iterable<string>, families: number): Promise<void> {
  const writer = { actor: 'system', authority: 'national' };
  const of = { cohort: 'many', authority: 'national' };
  await store.write(writer, async (tx) => {
    tx.record({ action: 'bench' });
    await tx.insert('cohort', {
      ...{ id: 'many', authority: 'national', title: 'Many', state: 'whole', files: '[]', notes: '[]' },
      ...{ faults: '[]', vocabulary: 'family@1', vocabularyHash: '', createdAt: tx.at, createdBy: '' },
      ...{ createdByName: '', revision: 1, families, held: 0, findings: 0, leftOut: 0, erased: 0, hash: '' },
    });
    let kept: { at: number; id: string; text: string }[] = [];
    let number = 0;
    const flush = async () => {
      if (kept.length > 0) await tx.insert('cohortBlock', await rowOfBlock(of, { number, kept, held: [] }));
      kept = [];
      number += 1;
    };
    for (const text of texts) {
      kept.push({ at: kept.length, id: String(kept.length), text });
      if (kept.length === FAMILIES_A_BLOCK) await flush();
    }
    await flush();
  });
}

/** Runs `work` and says the most memory that the process, with its threads, was seen to hold. */
async function watched(work: () => Promise<void>): Promise<number> {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 100);
  await work();
  clearInterval(timer);
  return most / 2 ** 20;
}

/** Two versions over a cohort of so many families in a SQLite file. */
export async function jobTimes(
  library: Library,
  lines: readonly string[],
  families: number,
): Promise<JobTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'threshold-bench-'));
  const store = await openStoreAt(path.join(folder, 'threshold.db'), clock);
  const threads = createThreads(2);
  await stored(store, textsOf(lines, families), families);
  const parsed = await seconds(() => {
    for (const text of textsOf(lines, families)) JSON.parse(text);
  });
  const made = await seconds(() => {
    for (const text of textsOf(lines, families)) if (text === '') throw new Error('there are lines');
  });
  const versions = ['1.0.0', '1.1.0'].map((version) => ({ id: 'phase-2', version }));
  const question = { versions, cohort: 'many', asOf: '2016-03-01', causes: false };
  const shelf = { current: () => Promise.resolve(library) };
  const asking = { store, principal, library, id: 'the-job' };
  let job = 0;
  const mebibytes = await watched(async () => {
    await askJob(asking, question);
    job = await seconds(async () => {
      const jobs = createJobs({ store, threads, shelf, clock, log: silent, name: 'bench' });
      await jobs.idle();
      await jobs.stop();
    });
  });
  const finished = await jobOf(store, 'the-job', principal);
  strictEqual(finished?.state, 'finished');
  const results = await seconds(async () => {
    const all = { job: finished, versions: await versionsOf(finished, library) };
    strictEqual((await resultsOf(store, all, undefined)).families, families);
  });
  const { jobPart } = store.tables;
  const parts = await store.read((q) => q.select().from(jobPart).limit(100));
  const bytes = parts.reduce(
    (sum, { ids, content, traces }) => sum + ids.length + content.length + traces.length,
    0,
  );
  await threads.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const bytesKept = bytes / (Math.min(parts.length, families / FAMILIES_A_BLOCK) * FAMILIES_A_BLOCK);
  return { families, parsed: parsed - made, job, results, mebibytes, bytesKept };
}
