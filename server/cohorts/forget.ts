import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reads } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/schema.ts';
import type { Tx } from '../store/tx.ts';
import { type Block, blockId, countsOf, type Held, heldOf, idsOf, packedBlock, readBlock } from './block.ts';
import type { SourceRow } from './reading/row.ts';
import { summed } from './receive.ts';

/** Where a family is in the cohorts of an authority. */
interface Found {
  readonly cohort: string;
  readonly number: number;
}

interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
}

/** Whose family, by which id. */
interface Whose {
  readonly authority: string;
  readonly family: string;
}

/** Blocks that are looked through at once. */
const TOGETHER = 50;

/** Whether what is held aside is of a family, or may be: rows that nobody could read name it. */
function isOf({ id, rows }: Held, family: string): boolean {
  return id === family || rows.some(({ text }) => text?.includes(JSON.stringify(family)) ?? false);
}

/** The blocks of an authority's cohorts that a family is in, or rows of it. */
async function blocksWith({ q, tables }: Reading, { authority, family }: Whose): Promise<Found[]> {
  const { cohortBlock: table } = tables;
  const columns = {
    id: table.id,
    cohort: table.cohort,
    number: table.number,
    ids: table.ids,
    aside: table.aside,
  };
  const found: Found[] = [];
  for (let last = ''; ;) {
    const page = await q
      .select(columns)
      .from(table)
      .where(and(eq(table.authority, authority), gt(table.id, last)))
      .orderBy(asc(table.id))
      .limit(TOGETHER);
    for (const { cohort, number, ...row } of page) {
      const isKept = idsOf(row).some(([, id]) => id === family);
      if (isKept || (await heldOf(row)).some((held) => isOf(held, family))) found.push({ cohort, number });
    }
    if (page.length < TOGETHER) return found;
    last = page.at(-1)?.id ?? '';
  }
}

async function blockAt({ q, tables }: Reading, { cohort, number }: Found): Promise<Block> {
  const { cohortBlock: table } = tables;
  const [row] = await q
    .select()
    .from(table)
    .where(and(eq(table.cohort, cohort), eq(table.number, number)));
  if (row === undefined) throw new Error('invariant: a block that was found is there');
  return readBlock(row);
}

/** Takes a family out of every cohort of an authority, and gives how many it was in. */
export async function eraseFromCohorts(tx: Tx, whose: Whose): Promise<number> {
  const found = await blocksWith(tx, whose);
  const lost = new Map<string, ReturnType<typeof countsOf>[]>();
  for (const place of found) {
    const block = await blockAt(tx, place);
    const gone: Block = {
      number: place.number,
      kept: block.kept.filter(({ id }) => id === whose.family),
      held: block.held.filter((one) => isOf(one, whose.family)),
    };
    const kept = block.kept.filter((one) => !gone.kept.includes(one));
    const held = block.held.filter((one) => !gone.held.includes(one));
    const packed = await packedBlock({ ...block, kept, held });
    await tx.update('cohortBlock', blockId(place.cohort, place.number), packed);
    lost.set(place.cohort, [...(lost.get(place.cohort) ?? []), countsOf(gone)]);
  }
  const { cohort } = tx.tables;
  for (const [id, all] of lost) {
    const [now] = await tx.q.select().from(cohort).where(eq(cohort.id, id));
    if (now === undefined) throw new Error('invariant: a block is of a cohort');
    const { families, held, findings } = summed(all);
    await tx.update('cohort', id, {
      revision: now.revision + 1,
      families: now.families - families,
      held: now.held - held,
      findings: now.findings - findings,
      erased: now.erased + families + held,
    });
  }
  return lost.size;
}

/** Whether anything of a family is in a cohort. */
export function isInCohorts({ read, tables }: Store, whose: Whose): Promise<boolean> {
  return read(async (q) => (await blocksWith({ q, tables }, whose)).length > 0);
}

/** What one cohort holds of a family. */
interface InCohort {
  readonly cohort: string;
  readonly family: Record<string, unknown> | null;
  readonly rows: SourceRow[];
}

/** What cohorts hold of a family: its document, or null where its rows are held aside, and those. */
export function familyInCohorts({ read, tables }: Store, whose: Whose) {
  return read(async (q) => {
    const reading = { q, tables };
    const found: InCohort[] = [];
    for (const place of await blocksWith(reading, whose)) {
      const { kept, held } = await blockAt(reading, place);
      for (const { id, text } of kept) {
        // because what is kept of a cohort is the canonical JSON of families
        const family = JSON.parse(text) as Record<string, unknown>;
        if (id === whose.family) found.push({ cohort: place.cohort, family, rows: [] });
      }
      for (const one of held)
        if (isOf(one, whose.family)) found.push({ cohort: place.cohort, family: null, rows: [...one.rows] });
    }
    return found;
  });
}
