import { writerOf } from '../identity/principal.ts';
import { hashOfText } from '../library/hash.ts';
import type { Cohort, CohortState } from './find.ts';
import type { Document } from './reading/reader.ts';
import { cohortIn, type Receiving } from './receive.ts';
import { Tally } from './tally.ts';
import { cohortBlocks } from './use.ts';

function isReady({ state, held, families }: Cohort): boolean {
  return state === ('open' satisfies CohortState) && held === 0 && families > 0;
}

async function sumOf({ store, reader }: Receiving, id: string): Promise<ReturnType<Tally['sum']>> {
  const tally = new Tally(reader.tables);
  for await (const { texts } of cohortBlocks(store, id))
    for (const text of texts) {
      // because what is kept of a cohort is the canonical JSON of families
      tally.add({ hash: hashOfText(text), document: JSON.parse(text) as Document });
    }
  return tally.sum();
}

/**
 * Makes an open cohort whole once nothing of it is held aside any more. It is read outside the transaction, which is not
 * done where it has changed meanwhile.
 */
export async function close(receiving: Receiving, cohort: Cohort): Promise<Cohort> {
  if (!isReady(cohort)) return cohort;
  const { store, principal } = receiving;
  const { hash, completeness } = await sumOf(receiving, cohort.id);
  const now = await store.write(writerOf(principal), async (tx) => {
    const found = await cohortIn(tx, cohort.id, principal.authority);
    if (found === undefined) throw new Error('invariant: a cohort keeps its entry');
    const isSame = isReady(found) && found.revision === cohort.revision;
    tx.record({ action: isSame ? 'cohort-whole' : 'cohort-changed-meanwhile', subject: cohort.id });
    if (!isSame) return found;
    const state: CohortState = 'whole';
    const sums = { hash, completeness: JSON.stringify(completeness), endedAt: tx.at };
    return tx.update('cohort', cohort.id, { ...sums, state });
  });
  return now.revision === cohort.revision ? now : close(receiving, now);
}
