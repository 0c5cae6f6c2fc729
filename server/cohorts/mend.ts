import { and, asc, eq, gt } from 'drizzle-orm';
import { Refusal } from '../governance/refusal.ts';
import { writerOf } from '../identity/principal.ts';
import type { Finding } from '../problem.ts';
import type { Tx } from '../store/tx.ts';
import { heldOf, idsOf } from './block.ts';
import { Blocks } from './blocks.ts';
import type { Cohort, CohortState } from './find.ts';
import { assemble } from './reading/assemble.ts';
import type { Document, Reader } from './reading/reader.ts';
import { cohortIn, type Receiving } from './receive.ts';
import {
  type AddedRow,
  type Group,
  type HeldAt,
  regrouped,
  type RowChange,
  rowKey,
  rowsOf,
  type Spot,
  targetsOf,
} from './regroup.ts';

/** Corrected rows, rows that were missing, and families that are left out with all their rows. */
export interface Mending {
  /** Of the cohort, as it was read. */
  readonly revision: number;
  readonly rows: readonly RowChange[];
  readonly add: readonly AddedRow[];
  readonly leaveOut: readonly string[];
}

/** Everything held that the mending touches, or that its rows now belong to. */
async function touchedBy(tx: Tx, id: string, { rows, add, leaveOut }: Mending): Promise<HeldAt[]> {
  const { cohortBlock: table } = tx.tables;
  const keys = new Set(rows.map(rowKey));
  const ids = new Set([...targetsOf(rows, add), ...leaveOut]);
  const numbers = await tx.q
    .select({ number: table.number })
    .from(table)
    .where(and(eq(table.cohort, id), gt(table.held, 0)))
    .orderBy(asc(table.number));
  const found: HeldAt[] = [];
  for (const { number } of numbers) {
    const [block] = await tx.q
      .select({ aside: table.aside })
      .from(table)
      .where(and(eq(table.cohort, id), eq(table.number, number)));
    for (const held of block === undefined ? [] : await heldOf(block))
      if ((held.id !== '' && ids.has(held.id)) || held.rows.some((row) => keys.has(rowKey(row))))
        found.push({ number, at: held.at, held });
  }
  return found;
}

/** What of a mending is about nothing that is held. */
function misses({ rows, leaveOut }: Mending, touched: readonly HeldAt[]): Finding[] {
  const keys = new Set(touched.flatMap(({ held }) => held.rows.map(rowKey)));
  const ids = new Set(touched.map(({ held }) => held.id));
  const code = 'not-held';
  return [
    ...rows.flatMap((row, index) => {
      const message = `row ${String(row.row)} of this file is not held aside`;
      return keys.has(rowKey(row)) ? [] : [{ code, pointer: `/rows/${String(index)}`, message }];
    }),
    ...leaveOut.flatMap((id, index) =>
      ids.has(id)
        ? []
        : [{ code, pointer: `/leaveOut/${String(index)}`, message: 'nothing of this family is held aside' }],
    ),
  ];
}

/** Where families are that are kept already. */
async function spotsOf(tx: Tx, id: string, families: ReadonlySet<string>): Promise<Map<string, Spot>> {
  const { cohortBlock: table } = tx.tables;
  const rows = await tx.q
    .select({ number: table.number, ids: table.ids })
    .from(table)
    .where(eq(table.cohort, id));
  const spots = new Map<string, Spot>();
  for (const { number, ...row } of rows)
    for (const [at, family] of idsOf(row)) if (families.has(family)) spots.set(family, { number, at });
  return spots;
}

/** Puts the families of groups together again, and back where they were; what is right on top of what was there. */
async function reassemble(groups: readonly Group[], blocks: Blocks, { reader, kept }: Mended): Promise<void> {
  for (const { id, home, rows } of groups) {
    if (home !== undefined) await blocks.takeHeld(home);
    const [first] = rows;
    if (first === undefined) continue;
    const spot = id === '' ? undefined : kept.get(id);
    const base = spot === undefined ? undefined : await blocks.textAt(spot);
    // because what is kept of a cohort is the canonical JSON of families
    const document = base === undefined ? undefined : (JSON.parse(base) as Document);
    const { whole, findings } = assemble(rows, reader, document);
    if (whole === undefined) await blocks.putHeld(home, { id, rows, findings });
    else await blocks.putKept(spot ?? home, { id: whole.family.id, text: whole.text });
  }
}

interface Mended {
  readonly reader: Reader;
  readonly kept: ReadonlyMap<string, Spot>;
}

function openIn(now: Cohort | undefined, revision: number): Cohort {
  if (now === undefined) throw new Refusal('cohort-not-found');
  if (now.state !== ('open' satisfies CohortState)) throw new Refusal('cohort-not-open');
  if (now.revision !== revision) throw new Refusal('cohort-changed');
  return now;
}

/** Takes corrected rows of an open cohort in place of those that are held. */
export function mend({ store, principal, reader }: Receiving, id: string, mending: Mending): Promise<Cohort> {
  return store.write(writerOf(principal), async (tx) => {
    const now = openIn(await cohortIn(tx, id, principal.authority), mending.revision);
    const { rows, add, leaveOut } = mending;
    const detail = { rows: rows.length, added: add.length, leftOut: leaveOut.length };
    tx.record({ action: 'cohort-rows-mended', subject: id, detail });
    const touched = await touchedBy(tx, id, mending);
    const findings = misses(mending, touched);
    if (findings.length > 0) throw new Refusal('rows-invalid', { findings });
    const out = new Set(leaveOut);
    const changes = new Map(rows.map((row) => [rowKey(row), row]));
    for (const { held } of touched.filter((one) => out.has(one.held.id)))
      for (const row of held.rows) changes.set(rowKey(row), { ...row, leaveOut: true });
    const groups = regrouped(touched, changes, rowsOf(add, now.revision));
    const kept = await spotsOf(tx, id, new Set(groups.map((group) => group.id)));
    const blocks = new Blocks(tx, now);
    await reassemble(groups, blocks, { reader, kept });
    const counts = await blocks.write();
    const left = [...changes.values()].filter((change) => change.leaveOut === true).length;
    return tx.update('cohort', id, { ...counts, revision: now.revision + 1, leftOut: now.leftOut + left });
  });
}
