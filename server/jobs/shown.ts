import type { Deps } from '../deps.ts';
import type { JobDocument } from './document.ts';
import { ASKED, type Job, type JobState, questionOf } from './find.ts';
import { isHeld } from './lease.ts';

type Looking = Pick<Deps, 'store' | 'clock'>;

async function stateOf({ store, clock }: Looking, { id, state }: Job): Promise<JobDocument['state']> {
  // because it was read from a column that holds these alone
  const kept = state as JobState;
  if (kept !== ASKED) return kept;
  return (await isHeld(store, id, new Date(clock()).toISOString())) ? 'running' : 'queued';
}

/** A job as it stands. */
export async function shownJob(looking: Looking, job: Job): Promise<JobDocument> {
  const { id, authority, done, of, wrong, erased, createdAt, createdBy, createdByName, endedAt } = job;
  return {
    ...{ id, kind: 'comparison', authority, state: await stateOf(looking, job), question: questionOf(job) },
    ...{ progress: { done, of }, wrong, erased },
    // because it is what was written of why it failed
    problem: job.problem === null ? null : (JSON.parse(job.problem) as JobDocument['problem']),
    ...{ createdAt, createdBy: { actor: createdBy, name: createdByName }, endedAt },
  };
}
