import { desc } from 'drizzle-orm';
import { type AuditEntry, BEFORE_ALL, entryHash } from '../audit/entry.ts';
import type { Clock } from '../clock.ts';
import type { Connection, Queries, Reads, Writes } from './connection.ts';
import { postgresDialect, sqliteDialect } from './dialect.ts';
import { canonical } from '../canonical.ts';
import { refuseOther } from './migrate.ts';
import { tablesIn, type Tables, type VolatileName } from './schema.ts';
import { openTx, type Tx } from './tx.ts';
import type { Writer } from './writer.ts';

/** What a mark of use or a counter may do, outside the audit chain. */
export interface Marks {
  readonly q: Reads;
  readonly tables: Pick<Tables, VolatileName>;
  readonly insert: Queries['insert'];
  readonly update: Queries['update'];
  readonly delete: Queries['delete'];
}

/** Everything that is kept, in one database. */
export interface Store {
  readonly kind: Connection['kind'];
  readonly tables: Tables;
  readonly read: <T>(work: (q: Reads) => Promise<T>) => Promise<T>;
  /** Reads everything as it stood at one instant, however long that takes. */
  readonly snapshot: Connection['snapshot'];
  /**
   * One transaction and its audit entry: all of it is kept, or nothing. Throws a `StoreFault` where the database does not
   * do what it is asked, and whatever `work` throws.
   */
  readonly write: <T>(writer: Writer, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Writes counters and marks of use. */
  readonly mark: <T>(work: (marks: Marks) => Promise<T>) => Promise<T>;
  readonly backup: Connection['backup'];
  readonly close: () => Promise<void>;
}

async function headOf(q: Reads, tables: Tables): Promise<AuditEntry | undefined> {
  const { auditEntry } = tables;
  const [head] = await q.select().from(auditEntry).orderBy(desc(auditEntry.seq)).limit(1);
  return head;
}

/** The newest audit entry; undefined in an empty store. */
export function auditHead(store: Pick<Store, 'read' | 'tables'>): Promise<AuditEntry | undefined> {
  return store.read((q) => headOf(q, store.tables));
}

/** The clock, or the entry before where the clock has run backwards. */
function instant(clock: Clock, before: string | undefined): string {
  const now = new Date(clock()).toISOString();
  return before !== undefined && before > now ? before : now;
}

async function written<T>(
  { q, tables, clock }: { q: Writes; tables: Tables; clock: Clock },
  { actor, authority }: Writer,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const head = await headOf(q, tables);
  const tx = openTx({ q, tables, entry: (head?.seq ?? 0) + 1, at: instant(clock, head?.at) });
  const result = await work(tx);
  const { act, changes } = tx.ended();
  const entry = {
    seq: tx.entry,
    at: tx.at,
    actor,
    authority,
    action: act.action,
    subject: act.subject ?? '',
    detail: canonical(act.detail ?? {}),
    changes: canonical(changes),
    previous: head?.hash ?? BEFORE_ALL,
  };
  await q.insert(tables.auditEntry).values({ ...entry, hash: entryHash(entry) });
  return result;
}

/** Every table, in the words of a kind of database. */
export function tablesFor(kind: Connection['kind']): Tables {
  return tablesIn(kind === 'sqlite' ? sqliteDialect : postgresDialect);
}

function storeOf(connection: Connection, clock: Clock): Store {
  const tables = tablesFor(connection.kind);
  return {
    kind: connection.kind,
    tables,
    read: connection.read,
    snapshot: connection.snapshot,
    write: (writer, work) => connection.transaction((q) => written({ q, tables, clock }, writer, work)),
    mark: (work) =>
      connection.transaction((q) =>
        work({
          q,
          tables,
          insert: q.insert.bind(q),
          update: q.update.bind(q),
          delete: q.delete.bind(q),
        }),
      ),
    backup: connection.backup,
    close: connection.close,
  };
}

/** Brings the database up to date and opens it. */
export async function openStore(connection: Connection, clock: Clock): Promise<Store> {
  try {
    await connection.migrate();
  } catch (error) {
    await connection.close();
    throw error;
  }
  return storeOf(connection, clock);
}

/** What can be asked of a store that nothing is written to. */
export type ReadableStore = Pick<Store, 'kind' | 'tables' | 'read' | 'snapshot' | 'backup' | 'close'>;

/** Opens a store of this program's own version as it is. Throws a `StoreFault` where it is of another, or is none. */
export async function openStoreToRead(connection: Connection): Promise<ReadableStore> {
  try {
    refuseOther(connection.kind, await connection.applied());
  } catch (error) {
    await connection.close();
    throw error;
  }
  return storeOf(connection, () => 0);
}
