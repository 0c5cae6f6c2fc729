import { and, asc, desc, eq, gt, gte, lt, type SQL } from 'drizzle-orm';
import type { Reads } from '../store/connection.ts';
import type { Tables } from '../store/schema.ts';
import type { ReadableStore } from '../store/store.ts';
import type { AuditEntry } from './entry.ts';

/** Which entries are asked for; what is absent refuses none. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly action?: string | undefined;
  /** An instant in UTC; entries of it and after it. */
  readonly since?: string | undefined;
  /** Whose data was touched. */
  readonly authority?: string | undefined;
}

export interface AuditPage {
  readonly order: 'oldest-first' | 'newest-first';
  /** The entry that the page begins beyond, in that order. */
  readonly beyond?: number | undefined;
  readonly limit: number;
}

function conditions({ auditEntry }: Tables, filter: AuditFilter): (SQL | undefined)[] {
  const same = (['actor', 'subject', 'action', 'authority'] as const).map((column) => {
    const value = filter[column];
    return value === undefined ? undefined : eq(auditEntry[column], value);
  });
  return [...same, filter.since === undefined ? undefined : gte(auditEntry.at, filter.since)];
}

/** One page of the audit log. */
export function auditPage(
  { q, tables }: { readonly q: Reads; readonly tables: Tables },
  filter: AuditFilter,
  { order, beyond, limit }: AuditPage,
): Promise<AuditEntry[]> {
  const { seq } = tables.auditEntry;
  const [sorted, past] = order === 'oldest-first' ? [asc, gt] : [desc, lt];
  return q
    .select()
    .from(tables.auditEntry)
    .where(and(...conditions(tables, filter), beyond === undefined ? undefined : past(seq, beyond)))
    .orderBy(sorted(seq))
    .limit(limit);
}

const PAGE = 1000;

/** All entries that are asked for, from the first; a page is in memory at a time. */
export async function* auditEntries(
  store: Pick<ReadableStore, 'read' | 'tables'>,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry> {
  for (let beyond = 0; ;) {
    const page = { order: 'oldest-first', beyond, limit: PAGE } as const;
    const entries = await store.read((q) => auditPage({ q, tables: store.tables }, filter, page));
    yield* entries;
    if (entries.length < PAGE) return;
    beyond = entries.at(-1)?.seq ?? beyond;
  }
}
