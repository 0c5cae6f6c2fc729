import { and, count, eq } from 'drizzle-orm';
import type { Tx } from '../store/tx.ts';
import {
  type Block,
  blockId,
  countsOf,
  type Held,
  isFull,
  type Kept,
  packedBlock,
  placeAfter,
  readBlock,
  rowOfBlock,
} from './block.ts';
import type { Cohort } from './find.ts';
import { summed } from './receive.ts';
import type { Spot } from './regroup.ts';

interface Open {
  kept: Kept[];
  held: Held[];
  readonly before: ReturnType<typeof countsOf>;
  readonly isNew: boolean;
}

/** The blocks of a cohort that a transaction changes: each is read once, and written at the end. */
export class Blocks {
  private readonly tx: Tx;
  private readonly cohort: Cohort;
  private readonly open = new Map<number, Open>();
  private end: number | undefined;

  constructor(tx: Tx, cohort: Cohort) {
    this.tx = tx;
    this.cohort = cohort;
  }

  /** The document of a family that is kept. */
  async textAt({ number, at }: Spot): Promise<string | undefined> {
    return (await this.block(number)).kept.find((one) => one.at === at)?.text;
  }

  async takeHeld({ number, at }: Spot): Promise<void> {
    const block = await this.block(number);
    block.held = block.held.filter((one) => one.at !== at);
  }

  /** Without a spot, after all the others. */
  async putHeld(spot: Spot | undefined, held: Omit<Held, 'at'>): Promise<void> {
    const { number, at } = spot ?? (await this.last());
    (await this.block(number)).held.push({ at, ...held });
  }

  async putKept(spot: Spot | undefined, kept: Omit<Kept, 'at'>): Promise<void> {
    const { number, at } = spot ?? (await this.last());
    const block = await this.block(number);
    block.kept = [...block.kept.filter((one) => one.at !== at), { at, ...kept }];
  }

  /** Writes every block, and gives the counts of the cohort as they are now. */
  async write(): Promise<Pick<Cohort, 'families' | 'held' | 'findings'>> {
    const { tx, cohort } = this;
    const { id, authority } = cohort;
    let counts = summed([cohort]);
    for (const [number, open] of this.open) {
      const block: Block = { number, ...open };
      const now = countsOf(block);
      counts = {
        families: counts.families + now.families - open.before.families,
        held: counts.held + now.held - open.before.held,
        findings: counts.findings + now.findings - open.before.findings,
      };
      if (open.isNew) await tx.insert('cohortBlock', await rowOfBlock({ cohort: id, authority }, block));
      else await tx.update('cohortBlock', blockId(id, number), await packedBlock(block));
    }
    return counts;
  }

  private async block(number: number): Promise<Open> {
    const before = this.open.get(number);
    if (before !== undefined) return before;
    const { cohortBlock: table } = this.tx.tables;
    const [row] = await this.tx.q
      .select()
      .from(table)
      .where(and(eq(table.cohort, this.cohort.id), eq(table.number, number)));
    const block = row === undefined ? { number, kept: [], held: [] } : await readBlock(row);
    const open: Open = {
      ...{ kept: [...block.kept], held: [...block.held] },
      ...{ before: countsOf(block), isNew: row === undefined },
    };
    this.open.set(number, open);
    return open;
  }

  /** A spot after everything there is. */
  private async last(): Promise<Spot> {
    const { cohortBlock: table } = this.tx.tables;
    if (this.end === undefined) {
      const [row] = await this.tx.q
        .select({ blocks: count() })
        .from(table)
        .where(eq(table.cohort, this.cohort.id));
      this.end = Math.max(0, (row?.blocks ?? 0) - 1);
    }
    if (isFull({ number: this.end, ...(await this.block(this.end)) })) this.end += 1;
    return { number: this.end, at: placeAfter({ number: this.end, ...(await this.block(this.end)) }) };
  }
}
