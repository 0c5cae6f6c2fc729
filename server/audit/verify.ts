import { setImmediate } from 'node:timers/promises';
import { asc, eq, gt } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reads } from '../store/connection.ts';
import { digestOfAll, rowDigest } from '../store/digest.ts';
import { isSealed, type SealedName, sealedNames, sealOf, type Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type AuditEntry, BEFORE_ALL, changeList, type EntryChange, entryHash } from './entry.ts';

/** What each finding of a verification means. */
export const auditFindings = {
  'entry-changed': 'an audit entry is not the one that was written',
  'entry-missing': 'an audit entry was taken out, or one was put in',
  'head-missing': 'the chain does not hold the entry it once ended with',
  'row-changed': 'a row was changed without an audit entry',
  'row-added': 'a row was added without an audit entry',
  'row-removed': 'a row was removed without an audit entry',
  'rows-changed': 'rows that one entry added were changed, added or removed',
} as const;

export interface AuditFinding {
  readonly code: keyof typeof auditFindings;
  /** The entry that shows it, where there is one. */
  readonly entry?: number;
  readonly table?: string;
  /** The id of the row. */
  readonly row?: string;
  readonly message: string;
}

export interface AuditReport {
  /** How many entries the chain has. */
  readonly entries: number;
  /** The hash of the last; to be kept elsewhere, so that a chain cut at its end is told too. */
  readonly head: string;
  readonly rows: number;
  readonly findings: readonly AuditFinding[];
}

/** An entry that the chain is to hold, noted outside the store at some time before. */
export interface KnownHead {
  readonly seq: number;
  readonly hash: string;
}

/** Rows read at once; between two pages a server answers what else it is asked. */
const PAGE = 1000;
type AnyTable = SQLiteTable & { readonly id: SQLiteColumn };
type BulkTable = AnyTable & { readonly entry: SQLiteColumn; readonly place: SQLiteColumn };
type Stored = Readonly<Record<string, unknown>>;

function finding(code: AuditFinding['code'], at: Omit<AuditFinding, 'code' | 'message'>): AuditFinding {
  return { code, ...at, message: auditFindings[code] };
}

function isBulk(name: string): name is SealedName {
  return isSealed(name) && sealOf(name).bulk;
}

// because every sealed table has a text id, and each that comes by the thousand also `entry` and `place`
const asTable = (tables: Tables, name: SealedName) => tables[name] as unknown as BulkTable;

async function* entriesOf(q: Reads, { auditEntry }: Tables): AsyncGenerator<AuditEntry> {
  for (let last = 0; ;) {
    const page = await q
      .select()
      .from(auditEntry)
      .where(gt(auditEntry.seq, last))
      .orderBy(asc(auditEntry.seq))
      .limit(PAGE);
    yield* page;
    if (page.length < PAGE) return;
    await setImmediate();
    last = page.at(-1)?.seq ?? last;
  }
}

async function* rowsOf(q: Reads, table: AnyTable): AsyncGenerator<Stored> {
  for (let last = ''; ;) {
    const page: Stored[] = await q
      .select()
      .from(table)
      .where(gt(table.id, last))
      .orderBy(asc(table.id))
      .limit(PAGE);
    yield* page;
    if (page.length < PAGE) return;
    await setImmediate();
    last = String(page.at(-1)?.['id']);
  }
}

/** What the chain says of rows: the last digest of each, and what came by the thousand. */
interface Said {
  readonly rows: Map<string, { readonly digest: string | null; readonly entry: number }>;
  readonly many: {
    readonly table: SealedName;
    readonly entry: number;
    readonly digest: string;
    rows: number;
  }[];
}

function changesOf({ changes }: AuditEntry): readonly EntryChange[] | undefined {
  try {
    return changeList.parse(JSON.parse(changes));
  } catch {
    return undefined;
  }
}

function heard(said: Said, entry: AuditEntry): void {
  for (const change of changesOf(entry) ?? []) {
    if ('id' in change) {
      said.rows.set(`${change.table}/${change.id}`, { digest: change.digest, entry: entry.seq });
    } else if (isBulk(change.table)) {
      said.many.push({ table: change.table, entry: entry.seq, digest: change.digest, rows: change.rows });
    }
  }
}

async function followChain(q: Reads, tables: Tables, known: KnownHead | undefined) {
  const findings: AuditFinding[] = [];
  const said: Said = { rows: new Map(), many: [] };
  let before: Pick<AuditEntry, 'seq' | 'hash'> = { seq: 0, hash: BEFORE_ALL };
  let held = known === undefined || (known.seq === 0 && known.hash === BEFORE_ALL);
  for await (const entry of entriesOf(q, tables)) {
    if (entry.seq !== before.seq + 1 || entry.previous !== before.hash)
      findings.push(finding('entry-missing', { entry: entry.seq }));
    if (entryHash(entry) !== entry.hash) findings.push(finding('entry-changed', { entry: entry.seq }));
    if (entry.seq === known?.seq && entry.hash === known.hash) held = true;
    heard(said, entry);
    before = entry;
  }
  if (!held) findings.push(finding('head-missing', known === undefined ? {} : { entry: known.seq }));
  return { findings, said, head: before };
}

async function compareRows(q: Reads, tables: Tables, said: Said) {
  const findings: AuditFinding[] = [];
  const left = new Map(said.rows);
  let rows = 0;
  for (const name of sealedNames) {
    const { bulk, open } = sealOf(name);
    if (bulk) continue;
    for await (const row of rowsOf(q, asTable(tables, name))) {
      rows += 1;
      const key = `${name}/${String(row['id'])}`;
      const at = { table: name, row: String(row['id']) };
      const last = left.get(key);
      left.delete(key);
      if (last?.digest === undefined || last.digest === null) findings.push(finding('row-added', at));
      else if (rowDigest(name, row, open) !== last.digest)
        findings.push(finding('row-changed', { ...at, entry: last.entry }));
    }
  }
  for (const [key, { digest, entry }] of left) {
    const [table = '', ...id] = key.split('/');
    if (digest !== null) findings.push(finding('row-removed', { table, row: id.join('/'), entry }));
  }
  return { findings, rows };
}

async function compareMany(q: Reads, tables: Tables, said: Said) {
  const findings: AuditFinding[] = [];
  const counted = new Map<string, number>();
  for (const { table: name, entry, digest, rows } of said.many) {
    const table = asTable(tables, name);
    const found = await q.select().from(table).where(eq(table.entry, entry)).orderBy(asc(table.place));
    const digests = found.map((row: Stored) => rowDigest(name, row, sealOf(name).open));
    if (found.length !== rows || digestOfAll(digests) !== digest)
      findings.push(finding('rows-changed', { table: name, entry }));
    counted.set(name, (counted.get(name) ?? 0) + found.length);
    await setImmediate();
  }
  let rows = 0;
  for (const name of sealedNames) {
    if (!isBulk(name)) continue;
    const held = await q.$count(asTable(tables, name));
    rows += held;
    if (held > (counted.get(name) ?? 0)) findings.push(finding('row-added', { table: name }));
  }
  return { findings, rows };
}

/**
 * Follows the chain from its first entry and holds every sealed row against it. Finds any entry or row that was changed,
 * added or removed behind its back; a chain cut at its end only against a `known` entry.
 */
export function verifyAudit(
  store: Pick<Store, 'snapshot' | 'tables'>,
  known?: KnownHead,
): Promise<AuditReport> {
  return store.snapshot(async (q) => {
    const chain = await followChain(q, store.tables, known);
    const single = await compareRows(q, store.tables, chain.said);
    const many = await compareMany(q, store.tables, chain.said);
    return {
      entries: chain.head.seq,
      head: chain.head.hash,
      rows: single.rows + many.rows,
      findings: [...chain.findings, ...single.findings, ...many.findings],
    };
  });
}
