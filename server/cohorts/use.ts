import { Refusal } from '../governance/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import { textsOf } from './block.ts';
import { blocksOf, cohort, type Cohort, type CohortState } from './find.ts';

type Reading = Pick<Store, 'read' | 'tables'>;

/** A cohort that may be used. Throws a `Refusal` where the authority has none of this id, or where it is not whole. */
export async function usableCohort(
  store: Reading,
  id: string,
  scope: Pick<Principal, 'authority'>,
): Promise<Cohort & { readonly hash: string }> {
  const found = await cohort(store, id, scope);
  if (found === undefined) throw new Refusal('cohort-not-found');
  const { state, hash } = found;
  if (state !== ('whole' satisfies CohortState) || hash === null) throw new Refusal('cohort-not-whole');
  return { ...found, hash };
}

/** Some families of a cohort: the number of their block, by which one goes on after a stop, and canonical JSON each. */
export interface CohortBlock {
  readonly number: number;
  readonly texts: readonly string[];
}

/**
 * The families of a cohort in its order, a block at a time, from the block of a number on. It is for whoever has looked the
 * cohort up: it asks nothing of authority or state.
 */
export async function* cohortBlocks(store: Reading, id: string, from = 0): AsyncGenerator<CohortBlock> {
  for await (const block of blocksOf(store, id, from))
    if (block.families > 0) yield { number: block.number, texts: await textsOf(block) };
}
