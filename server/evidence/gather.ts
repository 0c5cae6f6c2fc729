import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AuditEntry } from '../audit/entry.ts';
import { headText } from '../audit/head.ts';
import { documentsOf, type KeptDecision } from '../decisions/find.ts';
import type { Reads } from '../store/connection.ts';
import { rowDigest } from '../store/digest.ts';
import { sealOf } from '../store/schema.ts';
import { auditHead, type Store } from '../store/store.ts';

/** Whose decisions are asked for: of a family, all of them or these records; or one record, also of an erased family. */
export type Asked =
  { readonly family: string; readonly records: readonly string[] | undefined } | { readonly record: string };

/** An entry of the audit log that wrote decisions, and the digest of each by its place. */
export interface SealingEntry {
  readonly entry: AuditEntry;
  readonly rows: readonly string[];
}

/** All that a pack holds of the store, but for documents. */
export interface Gathered {
  /** The oldest first. */
  readonly decisions: readonly KeptDecision[];
  /** Texts of families, by `familyDocument`. */
  readonly families: ReadonlyMap<string, string>;
  /** By record, what stands in for it. */
  readonly supersededBy: ReadonlyMap<string, readonly string[]>;
  readonly entries: readonly SealingEntry[];
  readonly head: string;
}

type Reading = Pick<Store, 'read' | 'tables'>;

async function decisionsAsked(
  { read, tables }: Reading,
  authority: string,
  asked: Asked,
): Promise<KeptDecision[]> {
  const { decision } = tables;
  const named =
    'record' in asked
      ? eq(decision.id, asked.record)
      : and(
          eq(decision.family, asked.family),
          asked.records === undefined ? undefined : inArray(decision.id, [...asked.records]),
        );
  return read((q) =>
    q
      .select()
      .from(decision)
      .where(and(eq(decision.authority, authority), named))
      .orderBy(asc(decision.entry), asc(decision.place)),
  );
}

async function standInsOf({ read, tables }: Reading, ids: readonly string[]) {
  const { decision } = tables;
  const rows = await read((q) =>
    q
      .select({ id: decision.id, was: decision.supersedes })
      .from(decision)
      .where(inArray(decision.supersedes, [...ids]))
      .orderBy(asc(decision.entry), asc(decision.place)),
  );
  const found = new Map<string, string[]>();
  for (const { id, was } of rows) if (was !== null) found.set(was, [...(found.get(was) ?? []), id]);
  return found;
}

/** Where the rows of an entry are, only their digests leave: they can be of other families. */
async function sealingEntry({ read, tables }: Reading, entry: AuditEntry): Promise<SealingEntry> {
  const { decision } = tables;
  const rows = await read((q) =>
    q.select().from(decision).where(eq(decision.entry, entry.seq)).orderBy(asc(decision.place)),
  );
  return { entry, rows: rows.map((row) => rowDigest('decision', row, sealOf('decision').open)) };
}

async function sealingEntries(store: Reading, seqs: readonly number[]): Promise<SealingEntry[]> {
  const { auditEntry } = store.tables;
  const entries = await store.read((q) =>
    q
      .select()
      .from(auditEntry)
      .where(inArray(auditEntry.seq, [...seqs]))
      .orderBy(asc(auditEntry.seq)),
  );
  const sealing: SealingEntry[] = [];
  for (const entry of entries) sealing.push(await sealingEntry(store, entry));
  return sealing;
}

/** Reads what is asked for as it stands at one instant. More decisions than `most` are not read further. */
export function gather(
  store: Pick<Store, 'snapshot' | 'tables'>,
  authority: string,
  { asked, most }: { readonly asked: Asked; readonly most: number },
): Promise<Gathered> {
  return store.snapshot(async (q: Reads) => {
    const still: Reading = { tables: store.tables, read: (work) => work(q) };
    const decisions = await decisionsAsked(still, authority, asked);
    const none = {
      families: new Map<string, string>(),
      supersededBy: new Map<string, string[]>(),
      entries: [],
    };
    const head = headText(await auditHead(still));
    if (decisions.length === 0 || decisions.length > most) return { decisions, ...none, head };
    return {
      decisions,
      families: await documentsOf(still, decisions),
      supersededBy: await standInsOf(
        still,
        decisions.map(({ id }) => id),
      ),
      entries: await sealingEntries(still, [...new Set(decisions.map(({ entry }) => entry))]),
      head,
    };
  });
}
