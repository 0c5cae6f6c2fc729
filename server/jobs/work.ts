import { opinionsOver, plainVersion } from '../batch/setup.ts';
import type { Threads } from '../batch/threads.ts';
import { blocksOf, type CohortState } from '../cohorts/find.ts';
import { cohortIn } from '../cohorts/receive.ts';
import type { Deps } from '../deps.ts';
import type { Row } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';
import type { DecidedPart, JobSetup } from './decide-part.ts';
import { ASKED, type Job, jobIn, type JobState, nextBlock, questionOf } from './find.ts';
import { type Holder, holderOf } from './lease.ts';
import { restatedOf } from './question.ts';
import { versionsOf } from './versions.ts';

/** Blocks that one transaction keeps, unless it takes long to have so many. */
const TOGETHER = 8;
const LONGEST_WAIT = 1000;

/** What working at a job asks of the server. */
export interface Working extends Pick<Deps, 'log' | 'shelf'> {
  readonly holder: Holder;
  readonly threads: Pick<Threads, 'parts'>;
  /** Whether to leave it: asked before each block. */
  readonly isLeft: () => boolean;
  /** Told whenever it has come further. */
  readonly onProgress: () => void;
}

/** Why a job is not gone on with. */
export type Stop = 'finished' | 'left' | 'changed';

/** Thrown with the block that could not be decided. */
export class BlockFailed extends Error {
  override readonly name = 'BlockFailed';
  readonly block: number;

  constructor(block: number, cause: unknown) {
    super(`block ${String(block)} could not be decided`, { cause });
    this.block = block;
  }
}

async function setupOf(job: Job, { shelf }: Working): Promise<JobSetup> {
  const question = questionOf(job);
  const versions = await versionsOf(job, await shelf.current());
  const restated = restatedOf(question);
  return {
    ...{ asOf: question.asOf, causes: question.causes, opinionsPerThousand: opinionsOver(job.of) },
    sides: versions.map((version, at) => ({
      version: plainVersion(version),
      restateAttachment: restated[at],
    })),
  };
}

/** A job as it may be written to: not ended, held by this server, over families that are as they were read. */
async function writable(
  tx: Tx,
  { id, authority, cohort }: Job,
  at: Reading,
): Promise<Job | 'left' | 'changed'> {
  const now = await jobIn(tx, id);
  if (now?.state !== ASKED || (await holderOf(tx, id)) !== at.holder) return 'left';
  const families = await cohortIn(tx, cohort, authority);
  return families?.revision === at.revision ? now : 'changed';
}

/** Who reads the families of a cohort, as of which revision of it. */
interface Reading {
  readonly holder: string;
  readonly revision: number;
}

/** Keeps what came of blocks and how far the job is, together; at the end, that it is finished. */
async function keep(
  { holder }: Working,
  { job, revision }: { readonly job: Job; readonly revision: number },
  { parts, isLast }: { readonly parts: readonly DecidedPart[]; readonly isLast: boolean },
): Promise<Stop | undefined> {
  const { id, authority } = job;
  return holder.store.write({ actor: 'system', authority }, async (tx) => {
    const now = await writable(tx, job, { holder: holder.name, revision });
    if (typeof now === 'string') {
      tx.record({ action: 'job-left', subject: id });
      return now;
    }
    for (const { number, packed } of parts)
      await tx.insert('jobPart', { id: `${id}/${String(number)}`, job: id, authority, number, ...packed });
    const wrong = now.wrong + parts.reduce((sum, part) => sum + part.wrong, 0);
    const done = now.done + parts.reduce((sum, part) => sum + part.decided + part.wrong, 0);
    const end = isLast ? { state: 'finished' satisfies JobState, of: done, endedAt: tx.at } : {};
    await tx.update('job', id, { done, wrong, ...end });
    tx.record({ action: isLast ? 'job-finished' : 'job-progressed', subject: id, detail: { done, wrong } });
    return isLast ? 'finished' : undefined;
  });
}

/** Blocks of a cohort that have families, decided a few at once and given in their order. */
async function* decided(
  blocks: AsyncIterable<Row<'cohortBlock'>>,
  { decide, atOnce }: ReturnType<Threads['parts']>,
): AsyncGenerator<DecidedPart> {
  const waiting: Promise<DecidedPart>[] = [];
  for await (const { number, content, families } of blocks) {
    if (families === 0) continue;
    const part = decide({ number, content }).catch((error: unknown) => {
      throw new BlockFailed(number, error);
    });
    // because a later one may fail while an earlier one is still awaited
    part.catch(() => undefined);
    waiting.push(part);
    const first = waiting.length >= atOnce ? waiting.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const part of waiting) yield await part;
}

/** Goes on from the first block that nothing came of yet, over families as they are at one revision of the cohort. */
async function goOn(
  working: Working,
  job: Job,
  { setup, revision }: { readonly setup: JobSetup; readonly revision: number },
): Promise<Stop> {
  const { holder, threads, log, isLeft, onProgress } = working;
  const { store, clock } = holder;
  const from = await nextBlock(store, job.id);
  let parts: DecidedPart[] = [];
  let kept = clock();
  for await (const part of decided(blocksOf(store, job.cohort, from), threads.parts(setup))) {
    if (isLeft()) return 'left';
    if (part.differing.length > 0) log.error({ job: job.id, places: part.differing }, 'engines-disagree');
    parts.push(part);
    if (parts.length < TOGETHER && clock() - kept < LONGEST_WAIT) continue;
    const stop = await keep(working, { job, revision }, { parts, isLast: false });
    if (stop !== undefined) return stop;
    onProgress();
    [parts, kept] = [[], clock()];
  }
  const stop = await keep(working, { job, revision }, { parts, isLast: true });
  if (stop === undefined) throw new Error('invariant: what is kept last ends the job');
  onProgress();
  return stop;
}

/** Works at a job that this server holds, until it is finished or is to be left. */
export async function workAt(working: Working, id: string): Promise<Stop> {
  const { store } = working.holder;
  const job = await store.read((q) => jobIn({ q, tables: store.tables }, id));
  if (job === undefined) return 'left';
  const setup = await setupOf(job, working);
  for (;;) {
    const cohort = await store.read((q) => cohortIn({ q, tables: store.tables }, job.cohort, job.authority));
    // because whoever purged it has ended the job
    if (cohort?.state !== ('whole' satisfies CohortState)) return 'left';
    const stop = await goOn(working, job, { setup, revision: cohort.revision });
    // because a family was erased in between: what was decided of it must not be kept
    if (stop !== 'changed') return stop;
  }
}
