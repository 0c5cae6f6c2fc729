import { canonical } from '../canonical.ts';
import { usableCohort } from '../cohorts/use.ts';
import { cohortIn } from '../cohorts/receive.ts';
import type { CohortState } from '../cohorts/find.ts';
import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { JobQuestion } from './question.ts';
import { ASKED, type Job } from './find.ts';
import { keptDrafts, type Resolved, resolvedVersion, type VersionAsked } from './versions.ts';

export interface Asked {
  readonly versions: readonly VersionAsked[];
  readonly cohort: string;
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
  readonly causes: boolean;
}

interface Asking {
  readonly store: Store;
  readonly principal: Principal;
  readonly library: Library;
  /** The id of the job. */
  readonly id: string;
}

/** Fixes everything that the answer depends on, and queues the job. Throws a `Refusal` where something of it is not there. */
export async function askJob(asking: Asking, asked: Asked): Promise<Job> {
  const { store, principal, id } = asking;
  const { title, hash, families } = await usableCohort(store, asked.cohort, principal);
  const versions: Resolved[] = [];
  for (const wanted of asked.versions) versions.push(await resolvedVersion(asking, wanted));
  const question: JobQuestion = {
    ...{ asOf: asked.asOf, causes: asked.causes, restateAttachment: asked.restateAttachment ?? null },
    cohort: { id: asked.cohort, title, hash, families },
    versions: versions.map((one) => one.asked),
  };
  const drafts = await keptDrafts(versions);
  return store.write(writerOf(principal), async (tx) => {
    // because it may have been purged since it was looked up
    const cohort = await cohortIn(tx, asked.cohort, principal.authority);
    if (cohort?.state !== ('whole' satisfies CohortState)) throw new Refusal('cohort-not-whole');
    tx.record({ action: 'job-asked', subject: id, detail: { cohort: asked.cohort } });
    return tx.insert('job', {
      ...{ id, authority: principal.authority, kind: 'comparison', question: canonical(question), drafts },
      ...{ cohort: asked.cohort, state: ASKED, done: 0, wrong: 0, of: families, erased: 0 },
      ...{ createdAt: tx.at, createdBy: writerOf(principal).actor, createdByName: principal.name },
    });
  });
}
