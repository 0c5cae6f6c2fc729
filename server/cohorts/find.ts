import { and, asc, count, desc, eq, gt, gte, lt, or, sum } from 'drizzle-orm';
import type { Principal } from '../identity/principal.ts';
import type { Reads } from '../store/connection.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Held, heldOf, idsOf, textsOf } from './block.ts';
import type { CohortFinding } from './reading/row.ts';

export type Cohort = Row<'cohort'>;
export type CohortState = 'receiving' | 'open' | 'whole' | 'cancelled' | 'purged';
type Reading = Pick<Store, 'read' | 'tables'>;
type Scope = Pick<Principal, 'authority'>;
type Document = Readonly<Record<string, unknown>>;

/** A cohort of the authority of whoever asks; undefined where it has none of this id. */
export async function cohort(store: Reading, id: string, { authority }: Scope): Promise<Cohort | undefined> {
  const { cohort: table } = store.tables;
  const [found] = await store.read((q) =>
    q
      .select()
      .from(table)
      .where(and(eq(table.id, id), eq(table.authority, authority))),
  );
  return found;
}

/** Every cohort of an authority that something is kept of, or was, the newest first; from the one after `after` on. */
export async function cohorts(
  store: Reading,
  scope: Scope,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<Cohort[]> {
  const { cohort: table } = store.tables;
  const last = after === undefined ? undefined : await cohort(store, after, scope);
  const older =
    last === undefined
      ? undefined
      : or(
          lt(table.createdAt, last.createdAt),
          and(eq(table.createdAt, last.createdAt), lt(table.id, last.id)),
        );
  return store.read((q) =>
    q
      .select()
      .from(table)
      .where(and(eq(table.authority, scope.authority), older))
      .orderBy(desc(table.createdAt), desc(table.id))
      .limit(limit),
  );
}

/** How many whole cohorts and families every authority has: what a national reader sees of them. */
export async function cohortCounts(store: Reading) {
  const { cohort: table } = store.tables;
  const rows = await store.read((q) =>
    q
      .select({ authority: table.authority, cohorts: count(), families: sum(table.families) })
      .from(table)
      .where(eq(table.state, 'whole' satisfies CohortState))
      .groupBy(table.authority)
      .orderBy(asc(table.authority)),
  );
  return rows.map(({ families, ...row }) => ({ ...row, families: Number(families ?? 0) }));
}

/** Blocks read at once. */
const TOGETHER = 4;

/** The blocks of a cohort in order from a number on, a few at a time. */
export async function* blocksOf(store: Reading, id: string, from = 0): AsyncGenerator<Row<'cohortBlock'>> {
  const { cohortBlock } = store.tables;
  for (let next = from; ;) {
    const page = await store.read((q: Reads) =>
      q
        .select()
        .from(cohortBlock)
        .where(and(eq(cohortBlock.cohort, id), gte(cohortBlock.number, next)))
        .orderBy(asc(cohortBlock.number))
        .limit(TOGETHER),
    );
    yield* page;
    if (page.length < TOGETHER) return;
    next = (page.at(-1)?.number ?? 0) + 1;
  }
}

/** A page from `from`, how many there are, and where the next page begins; null at the end. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
  readonly next: number | null;
}

export interface Asked {
  /** From 0. */
  readonly from: number;
  readonly limit: number;
}

type BlockRow = Row<'cohortBlock'>;

/** What blocks hold, how much of it the store counts in each, and how it is read. */
interface Kind<T> {
  readonly counted: 'families' | 'held' | 'findings';
  readonly read: (block: BlockRow) => readonly T[] | Promise<readonly T[]>;
}

/** One page of what the blocks of a cohort hold: only those are opened that it is in. */
async function pageThrough<T>(
  store: Reading,
  id: string,
  { counted, read, from, limit }: Kind<T> & Asked,
): Promise<Page<T>> {
  const { cohortBlock: table } = store.tables;
  const rows = await store.read((q) =>
    q
      .select({ id: table.id, many: table[counted] })
      .from(table)
      .where(and(eq(table.cohort, id), gt(table[counted], 0)))
      .orderBy(asc(table.number)),
  );
  const items: T[] = [];
  let total = 0;
  for (const row of rows) {
    const start = total;
    total += row.many;
    if (total <= from || start >= from + limit) continue;
    const [block] = await store.read((q) => q.select().from(table).where(eq(table.id, row.id)));
    const here = block === undefined ? [] : await read(block);
    items.push(...here.slice(Math.max(0, from - start)));
  }
  return { items: items.slice(0, limit), total, next: from + limit < total ? from + limit : null };
}

/** Ids of families, in the order of the cohort. */
export function familyIds(store: Reading, id: string, asked: Asked): Promise<Page<string>> {
  const read = (block: BlockRow) => idsOf(block).map(([, one]) => one);
  return pageThrough(store, id, { counted: 'families', read, ...asked });
}

/** The document of one family of a cohort; undefined where it has none of this id. */
export async function familyIn(store: Reading, id: string, family: string): Promise<Document | undefined> {
  const { cohortBlock: table } = store.tables;
  const rows = await store.read((q) =>
    q.select({ id: table.id, ids: table.ids }).from(table).where(eq(table.cohort, id)),
  );
  for (const row of rows) {
    const at = idsOf(row).findIndex(([, one]) => one === family);
    if (at === -1) continue;
    const [block] = await store.read((q) => q.select().from(table).where(eq(table.id, row.id)));
    const text = block === undefined ? undefined : (await textsOf(block))[at];
    // because what is kept of a cohort is the canonical JSON of families
    return text === undefined ? undefined : (JSON.parse(text) as Document);
  }
  return undefined;
}

const known = ({ id }: Held) => (id === '' ? null : id);

/** What is held aside, in the order of the families. */
export function heldRows(store: Reading, id: string, asked: Asked) {
  const read = async (block: BlockRow) =>
    (await heldOf(block)).map((one) => ({
      family: known(one),
      rows: [...one.rows],
      findings: [...one.findings],
    }));
  return pageThrough(store, id, { counted: 'held', read, ...asked });
}

/** A finding, and the family whose rows it keeps out. */
export interface ListedFinding extends CohortFinding {
  readonly family: string | null;
}

async function findingsIn(block: BlockRow): Promise<readonly ListedFinding[]> {
  const held = await heldOf(block);
  return held.flatMap((one) => one.findings.map((finding) => ({ ...finding, family: known(one) })));
}

/** Findings in the order of the families. */
export function findings(store: Reading, id: string, asked: Asked): Promise<Page<ListedFinding>> {
  return pageThrough(store, id, { counted: 'findings', read: findingsIn, ...asked });
}

/** All findings, some at a time. */
export async function* allFindings(store: Reading, id: string): AsyncGenerator<readonly ListedFinding[]> {
  for await (const block of blocksOf(store, id)) if (block.findings > 0) yield await findingsIn(block);
}
