import { textsOf } from '../cohorts/block.ts';
import { blocksOf } from '../cohorts/find.ts';
import { Refusal } from '../governance/refusal.ts';
import { writerOf } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import { againstLedger, type ProposingDeps } from './against-ledger.ts';
import { ledgerFamily } from './family.ts';
import { Gathering, type Proposed, writeProposed } from './gathering.ts';
import { type Beside, judgeFamily } from './judge.ts';
import {
  type ClaimRun,
  cohortOfRun,
  type FrozenCohort,
  requireFrozen,
  requireState,
  runIn,
  type RunState,
} from './run.ts';

async function proposedOf(
  { judging, ids }: ProposingDeps,
  run: ClaimRun,
  { documents, beside }: { readonly documents: readonly unknown[]; readonly beside: Beside },
): Promise<Proposed> {
  const gathering = new Gathering(run, ids);
  for (const document of documents) {
    const judged = await judgeFamily(judging, document, beside);
    const family = ledgerFamily.parse(document);
    gathering.hold(family.id, judged.held);
    // because a family further on may be in the way of this one, as if it had come in another run
    if (judged.due.length > 0)
      for (const one of gathering.propose(family, judged)) {
        beside.earlier.add(one);
        beside.places.add(one);
      }
  }
  return gathering.proposed;
}

async function nextBlock(store: Store, { id }: FrozenCohort, from: number) {
  for await (const block of blocksOf(store, id, from)) return block;
  return undefined;
}

function closed({ store, principal }: ProposingDeps, id: string): Promise<ClaimRun> {
  return store.write(writerOf(principal), async (tx) => {
    requireState(await runIn(tx, id, principal), 'proposing');
    tx.record({ action: 'claim-run-proposed', subject: id });
    return tx.update('claimRun', id, { state: 'proposed' satisfies RunState });
  });
}

/** Proposes the next block of a run’s cohort, or closes the proposing after the last. Throws a `Refusal`. */
export async function proposeNext(deps: ProposingDeps, run: ClaimRun): Promise<ClaimRun> {
  const { store, principal } = deps;
  const { id } = run;
  requireState(run, 'proposing');
  const frozen = cohortOfRun(run);
  if (frozen === null) return closed(deps, id);
  await store.read((q) => requireFrozen({ q, tables: store.tables }, principal, frozen));
  const block = await nextBlock(store, frozen, run.next);
  if (block === undefined) return closed(deps, id);
  // because what is kept of a cohort is the canonical JSON of families
  const documents = (await textsOf(block)).map((text) => JSON.parse(text) as unknown);
  const families = documents.map((document) => ledgerFamily.parse(document));
  return againstLedger(deps, families, {
    make: (beside) => proposedOf(deps, run, { documents, beside }),
    write: async (tx, proposed) => {
      const now = await runIn(tx, id, principal);
      // because a family may have been corrected or erased while it was judged
      await requireFrozen(tx, principal, frozen);
      requireState(now, 'proposing');
      if (now.next !== run.next)
        throw new Refusal('claim-run-not-open', { detail: 'another request proposed these families' });
      const { claims, held } = proposed;
      const detail = { block: block.number, claims: claims.length, held: held.length };
      tx.record({ action: 'claims-proposed', subject: id, detail });
      await writeProposed(tx, principal, proposed);
      return tx.update('claimRun', id, { next: block.number + 1, done: now.done + documents.length });
    },
  });
}
