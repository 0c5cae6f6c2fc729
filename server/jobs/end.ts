import { and, eq } from 'drizzle-orm';
import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import { problems, type ProblemName, typeOf } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { ASKED, type Job, jobIn, type JobState } from './find.ts';
import { packedWithout } from './forget.ts';

/** Removes all that came of a job. */
async function removeParts(tx: Tx, id: string): Promise<void> {
  const { jobPart } = tx.tables;
  const rows = await tx.q.select({ id: jobPart.id }).from(jobPart).where(eq(jobPart.job, id));
  for (const row of rows) await tx.remove('jobPart', row.id);
}

/** Ends a job with nothing left of it. */
async function endIn(
  tx: Tx,
  id: string,
  end: { readonly state: JobState; readonly problem?: string },
): Promise<Job> {
  await removeParts(tx, id);
  return tx.update('job', id, { ...end, endedAt: tx.at });
}

/** Cancels a job that has not ended. Throws a `Refusal` where it has, or there is none. */
export function cancelJob(store: Store, principal: Principal, id: string): Promise<Job> {
  return store.write(writerOf(principal), async (tx) => {
    const job = await jobIn(tx, id);
    if (job?.authority !== principal.authority) throw new Refusal('job-not-found');
    if (job.state !== ASKED) throw new Refusal('job-ended');
    tx.record({ action: 'job-cancelled', subject: id });
    return endIn(tx, id, { state: 'cancelled' });
  });
}

/** What a job keeps of why it failed. */
export function jobProblem(name: Extract<ProblemName, 'job-stopped' | 'job-given-up'>, block: number | null) {
  const { title, about } = problems[name];
  return JSON.stringify({ type: typeOf(name), title, detail: about, block });
}

/** Ends a job that cannot go on; one that has ended meanwhile is left as it is. */
export async function failJob(
  store: Store,
  job: Pick<Job, 'id' | 'authority'>,
  problem: string,
): Promise<void> {
  await store.write({ actor: 'system', authority: job.authority }, async (tx) => {
    tx.record({ action: 'job-failed', subject: job.id });
    const now = await jobIn(tx, job.id);
    if (now?.state === ASKED) await endIn(tx, job.id, { state: 'failed', problem });
  });
}

/** Takes what came of every job over a cohort with it; whatever is under way ends. */
export async function purgeJobsOf(tx: Tx, cohort: string): Promise<void> {
  const { job } = tx.tables;
  const rows = await tx.q.select().from(job).where(eq(job.cohort, cohort));
  for (const { id, state } of rows)
    if (state === ASKED || state === ('finished' satisfies JobState))
      await endIn(tx, id, { state: 'purged' });
}

/** Takes a family out of what came of every job of an authority, and gives how many it was in. */
export async function eraseFromJobs(
  tx: Tx,
  { authority, family }: { readonly authority: string; readonly family: string },
): Promise<number> {
  const erased = new Map<string, number>();
  for (const { part, packed } of await packedWithout(tx, { authority, family })) {
    await tx.update('jobPart', part.id, packed);
    erased.set(part.job, (erased.get(part.job) ?? 0) + 1);
  }
  const { job } = tx.tables;
  for (const [id, families] of erased) {
    const [now] = await tx.q
      .select()
      .from(job)
      .where(and(eq(job.id, id), eq(job.authority, authority)));
    if (now === undefined) throw new Error('invariant: a part is of a job');
    await tx.update('job', id, { erased: now.erased + families });
  }
  return erased.size;
}
