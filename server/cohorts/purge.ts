import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import { purgeJobsOf } from '../jobs/end.ts';
import type { Store } from '../store/store.ts';
import type { Cohort, CohortState } from './find.ts';
import { cancelIn, cohortIn, removeBlocks } from './receive.ts';

/**
 * Deletes the families of a cohort, and what came of jobs over it. One that was whole keeps its entry with its hash and counts; one that never was is
 * cancelled, and an upload that is under way ends.
 */
export function purge(store: Store, principal: Principal, id: string): Promise<Cohort> {
  return store.write(writerOf(principal), async (tx) => {
    const now = await cohortIn(tx, id, principal.authority);
    if (now === undefined) throw new Refusal('cohort-not-found');
    // because it was read from a column that holds these alone
    switch (now.state as CohortState) {
      case 'cancelled':
      case 'purged':
        throw new Refusal('cohort-gone');
      case 'receiving':
      case 'open':
        tx.record({ action: 'cohort-cancelled', subject: id });
        return cancelIn(tx, id);
      case 'whole':
        tx.record({ action: 'cohort-purged', subject: id });
        await removeBlocks(tx, id);
        await purgeJobsOf(tx, id);
        return tx.update('cohort', id, { state: 'purged' satisfies CohortState, endedAt: tx.at });
    }
  });
}
