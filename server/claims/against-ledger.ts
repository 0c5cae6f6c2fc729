import { writerOf } from '../identity/principal.ts';
import { StoreFault } from '../store/fault.ts';
import type { Tx } from '../store/tx.ts';
import type { Earlier } from './earlier.ts';
import { earlierOf } from './earlier-of.ts';
import type { LedgerFamily } from './family.ts';
import type { Judging } from './judge.ts';
import type { ClaimRun, Making } from './run.ts';

export interface ProposingDeps extends Making {
  readonly judging: Judging;
}

/** How often families are judged again because the ledger changed while they were. */
const TRIES = 5;

/** Thrown to undo a transaction that finds the ledger changed. */
class Changed extends Error {}

/**
 * Makes something of some families beside the ledger, and writes it where the ledger still says the same of them; where it
 * does not, makes it again. Throws a `StoreFault` where it never holds still.
 */
export async function againstLedger<T>(
  { store, principal }: ProposingDeps,
  families: readonly LedgerFamily[],
  {
    make,
    write,
  }: {
    readonly make: (earlier: Earlier) => Promise<T>;
    readonly write: (tx: Tx, made: T) => Promise<ClaimRun>;
  },
): Promise<ClaimRun> {
  const { tables } = store;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const earlier = await store.read((q) => earlierOf({ q, tables }, principal.authority, families));
    const before = earlier.digest();
    const made = await make(earlier);
    try {
      return await store.write(writerOf(principal), async (tx) => {
        const now = await earlierOf(tx, principal.authority, families);
        if (now.digest() !== before) throw new Changed();
        return write(tx, made);
      });
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
    }
  }
  throw new StoreFault('busy');
}
