import { and, eq } from 'drizzle-orm';
import { Refusal } from '../governance/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import { writerOf } from '../identity/principal.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { blockOf, rowOfBlock } from './block.ts';
import type { Cohort, CohortState } from './find.ts';
import type { Entry, Reader } from './reading/reader.ts';
import { Tally } from './tally.ts';

/** What a cohort is from the beginning. */
export interface About {
  readonly id: string;
  readonly title: string;
  /** What its files are read in: `family@1`, and its hash. */
  readonly vocabulary: string;
  readonly vocabularyHash: string;
}

/** Where families are received, for whom and by what they are read. */
export interface Receiving {
  readonly store: Store;
  readonly principal: Principal;
  readonly reader: Reader;
}

/** Blocks that one transaction writes. */
const TOGETHER = 8;

/** Where a cohort is read: a transaction, or outside of one. */
interface CohortReading {
  readonly q: Reads;
  readonly tables: Pick<Tables, 'cohort'>;
}

/** The cohort as it stands where it is read, of this authority. */
export async function cohortIn(
  tx: CohortReading,
  id: string,
  authority: string,
): Promise<Cohort | undefined> {
  const { cohort } = tx.tables;
  const [found] = await tx.q
    .select()
    .from(cohort)
    .where(and(eq(cohort.id, id), eq(cohort.authority, authority)));
  return found;
}

/** Removes all that is kept of a cohort's families. */
export async function removeBlocks(tx: Tx, id: string): Promise<void> {
  const { cohortBlock } = tx.tables;
  const rows = await tx.q.select({ id: cohortBlock.id }).from(cohortBlock).where(eq(cohortBlock.cohort, id));
  for (const row of rows) await tx.remove('cohortBlock', row.id);
}

/** Cancels a cohort that is not whole yet. */
export async function cancelIn(tx: Tx, id: string, more: Partial<Cohort> = {}): Promise<Cohort> {
  await removeBlocks(tx, id);
  const nothing = { families: 0, held: 0, findings: 0 };
  const state: CohortState = 'cancelled';
  return tx.update('cohort', id, { ...nothing, ...more, state, endedAt: tx.at });
}

interface Counts {
  readonly families: number;
  readonly held: number;
  readonly findings: number;
}

/** Takes in the families of one cohort, a block at a time. Until `finish` is done it is `receiving`, and may not be used. */
export class Reception {
  private readonly store: Store;
  private readonly principal: Principal;
  private readonly id: string;
  private readonly tally: Tally;
  private waiting: (readonly Entry[])[] = [];
  private blocks = 0;

  private constructor({ store, principal, reader }: Receiving, id: string) {
    this.store = store;
    this.principal = principal;
    this.tally = new Tally(reader.tables);
    this.id = id;
  }

  static async begin(receiving: Receiving, about: About): Promise<Reception> {
    const { store, principal } = receiving;
    const { id, title, vocabulary, vocabularyHash } = about;
    await store.write(writerOf(principal), async (tx) => {
      const { cohort } = tx.tables;
      if ((await tx.q.$count(cohort, eq(cohort.id, id))) > 0) throw new Refusal('cohort-there');
      await tx.insert('cohort', {
        ...{ id, authority: principal.authority, title, state: 'receiving' satisfies CohortState },
        ...{ files: '[]', notes: '[]', faults: '[]', vocabulary, vocabularyHash },
        ...{ createdAt: tx.at, createdBy: writerOf(principal).actor, createdByName: principal.name },
        ...{ revision: 1, families: 0, held: 0, findings: 0, leftOut: 0, erased: 0 },
      });
      tx.record({ action: 'cohort-begun', subject: id });
    });
    return new Reception(receiving, id);
  }

  async add(block: readonly Entry[]): Promise<void> {
    this.waiting.push(block);
    if (this.waiting.length >= TOGETHER) await this.flush();
  }

  /** It is whole, unless rows are held aside: then it is open until they are mended. */
  async finish(told: Pick<Cohort, 'files' | 'notes'>): Promise<Cohort> {
    await this.flush();
    const { hash, completeness } = this.tally.sum();
    return this.written('cohort-received', (tx, now) => {
      const state: CohortState = now.held === 0 ? 'whole' : 'open';
      const whole =
        state === 'whole' ? { hash, completeness: JSON.stringify(completeness), endedAt: tx.at } : {};
      return tx.update('cohort', this.id, { ...told, ...whole, state });
    });
  }

  /** Leaves nothing of what was taken in but that there was an upload, and what made it unfit. */
  async cancel(told: Partial<Pick<Cohort, 'files' | 'faults'>> = {}): Promise<void> {
    const { store, principal, id } = this;
    await store.write(writerOf(principal), async (tx) => {
      const now = await cohortIn(tx, id, principal.authority);
      tx.record({ action: 'cohort-cancelled', subject: id });
      if (now?.state === ('receiving' satisfies CohortState)) await cancelIn(tx, id, told);
    });
  }

  private async flush(): Promise<void> {
    const { waiting } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    for (const { whole } of waiting.flat()) if (whole !== undefined) this.tally.add(whole);
    const of = { cohort: this.id, authority: this.principal.authority };
    const rows = await Promise.all(
      waiting.map((entries, index) => rowOfBlock(of, blockOf(this.blocks + index, entries))),
    );
    this.blocks += rows.length;
    await this.written('cohort-families-received', async (tx, now) => {
      for (const row of rows) await tx.insert('cohortBlock', row);
      return tx.update('cohort', this.id, summed([now, ...rows]));
    });
  }

  /** Writes to the cohort while it is being received; whoever removed it meanwhile has ended the upload. */
  private written(
    action: string,
    work: (tx: Tx, now: Cohort) => Promise<Row<'cohort'>>,
  ): Promise<Row<'cohort'>> {
    return this.store.write(writerOf(this.principal), async (tx) => {
      const now = await cohortIn(tx, this.id, this.principal.authority);
      if (now?.state !== ('receiving' satisfies CohortState)) throw new Refusal('cohort-cancelled');
      const done = await work(tx, now);
      const { families, held, findings } = done;
      tx.record({ action, subject: this.id, detail: { families, held, findings } });
      return done;
    });
  }
}

/** All counts together. */
export function summed(all: readonly Counts[]): Counts {
  const sum = (of: (one: Counts) => number) => all.reduce((before, one) => before + of(one), 0);
  return {
    families: sum(({ families }) => families),
    held: sum(({ held }) => held),
    findings: sum(({ findings }) => findings),
  };
}

/** Cancels what was being received when a server stopped without a word; `before` an instant, it cannot be going on. */
export async function cancelForgotten(store: Store, before: string): Promise<number> {
  const { cohort } = store.tables;
  const receiving = await store.read((q) =>
    q
      .select()
      .from(cohort)
      .where(eq(cohort.state, 'receiving' satisfies CohortState)),
  );
  const forgotten = receiving.filter(({ createdAt }) => createdAt < before);
  for (const { id, authority } of forgotten) {
    await store.write({ actor: 'system', authority }, async (tx) => {
      tx.record({ action: 'cohort-cancelled', subject: id });
      const now = await cohortIn(tx, id, authority);
      if (now?.state === ('receiving' satisfies CohortState)) await cancelIn(tx, id);
    });
  }
  return forgotten.length;
}
