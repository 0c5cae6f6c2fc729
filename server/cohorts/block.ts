import { deflated, inflated } from '../deflated.ts';
import type { NewRow, Row } from '../store/schema.ts';
import { type Entry, FAMILIES_A_BLOCK } from './reading/reader.ts';
import type { CohortFinding, SourceRow } from './reading/row.ts';

/** A family of a block: its place among all that came with it, its id and its canonical JSON. */
export interface Kept {
  readonly at: number;
  readonly id: string;
  readonly text: string;
}

/** What is held aside: the rows of one family, as they were sent, and what is wrong with them. */
export interface Held {
  readonly at: number;
  /** Empty where none can be made out. */
  readonly id: string;
  readonly rows: readonly SourceRow[];
  readonly findings: readonly CohortFinding[];
}

/** Some families of a cohort, one after the other. */
export interface Block {
  readonly number: number;
  readonly kept: readonly Kept[];
  readonly held: readonly Held[];
}

type BlockRow = Row<'cohortBlock'>;
type Packed = Pick<BlockRow, 'ids' | 'content' | 'aside'>;

/** The block of this number that entries as they were read make. */
export function blockOf(number: number, entries: readonly Entry[]): Block {
  const kept: Kept[] = [];
  const held: Held[] = [];
  for (const [at, { id, whole, rows, findings }] of entries.entries()) {
    if (whole === undefined) held.push({ at, id, rows, findings });
    else kept.push({ at, id, text: whole.text });
  }
  return { number, kept, held };
}

/** Whether nothing more goes into a block. */
export function isFull({ kept, held }: Block): boolean {
  return kept.length + held.length >= FAMILIES_A_BLOCK;
}

/** A place in a block after all that it has. */
export function placeAfter({ kept, held }: Block): number {
  return Math.max(-1, ...kept.map(({ at }) => at), ...held.map(({ at }) => at)) + 1;
}

type Counted = Pick<BlockRow, 'families' | 'held' | 'findings'>;

/** How many families, held ones and findings. */
export function countsOf({ kept, held }: Block): Counted {
  const findings = held.reduce((sum, one) => sum + one.findings.length, 0);
  return { families: kept.length, held: held.length, findings };
}

/** What of a block's row its families fill. */
export async function packedBlock(block: Block): Promise<Counted & Packed> {
  const kept = [...block.kept].sort((left, right) => left.at - right.at);
  return {
    ...countsOf(block),
    ids: JSON.stringify(kept.map(({ at, id }) => [at, id])),
    content: await deflated(kept.map(({ text }) => text).join('\n')),
    aside: await deflated(block.held.length === 0 ? '' : JSON.stringify(block.held)),
  };
}

interface Of {
  readonly cohort: string;
  readonly authority: string;
}

/** A block as the store keeps it. */
export async function rowOfBlock({ cohort, authority }: Of, block: Block): Promise<NewRow<'cohortBlock'>> {
  const { number } = block;
  return { id: blockId(cohort, number), cohort, authority, number, ...(await packedBlock(block)) };
}

export function blockId(cohort: string, number: number): string {
  return `${cohort}/${String(number)}`;
}

/** The places and ids of a block's families. */
export function idsOf({ ids }: Pick<BlockRow, 'ids'>): readonly (readonly [at: number, id: string])[] {
  // because it is what `packedBlock` wrote
  return JSON.parse(ids) as (readonly [number, string])[];
}

/** The families of a block, canonical JSON each, in order. */
export async function textsOf({ content }: Pick<BlockRow, 'content'>): Promise<readonly string[]> {
  return content === '' ? [] : (await inflated(content)).split('\n');
}

export async function heldOf({ aside }: Pick<BlockRow, 'aside'>): Promise<readonly Held[]> {
  // because it is what `packedBlock` wrote
  return aside === '' ? [] : (JSON.parse(await inflated(aside)) as Held[]);
}

/** A block from what the store keeps of it. */
export async function readBlock(row: Packed & Pick<BlockRow, 'number'>): Promise<Block> {
  const texts = await textsOf(row);
  const kept = idsOf(row).map(([at, id], index) => ({ at, id, text: texts[index] ?? '' }));
  return { number: row.number, kept, held: await heldOf(row) };
}
