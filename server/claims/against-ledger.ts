import { writerOf } from '../identity/principal.ts';
import { StoreFault } from '../store/fault.ts';
import type { Tx } from '../store/tx.ts';
import { earlierOf } from './earlier-of.ts';
import type { LedgerFamily } from './family.ts';
import type { Beside, Judging } from './judge.ts';
import { placesIn } from './places.ts';
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
  { store, principal, judging: { version, asOf } }: ProposingDeps,
  families: readonly LedgerFamily[],
  {
    make,
    write,
  }: {
    readonly make: (beside: Beside) => Promise<T>;
    readonly write: (tx: Tx, made: T) => Promise<ClaimRun>;
  },
): Promise<ClaimRun> {
  const { tables } = store;
  const read = async (reading: Parameters<typeof placesIn>[0]) => ({
    earlier: await earlierOf({ ...reading, asOf }, principal.authority, families),
    places: await placesIn(reading, version, families),
  });
  const digest = ({ earlier, places }: Beside) => `${earlier.digest()} ${places.digest()}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const beside = await store.read((q) => read({ q, tables }));
    const before = digest(beside);
    const made = await make(beside);
    try {
      return await store.write(writerOf(principal), async (tx) => {
        if (digest(await read(tx)) !== before) throw new Changed();
        return write(tx, made);
      });
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
    }
  }
  throw new StoreFault('busy');
}
