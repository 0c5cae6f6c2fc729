import { eq, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EntryChange, RowChange } from '../audit/entry.ts';
import type { Reads, Writes } from './connection.ts';
import { digestOfAll, rowDigest } from './digest.ts';
import { type NewRow, type Row, type SealedName, sealOf, type Tables } from './schema.ts';

/** What a transaction did, as the audit log says it. */
export interface Act {
  /** `draft-saved`, `key-revoked`: kebab-case, a thing and what became of it. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject?: string;
  /** JSON, without a word of a family. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One transaction. Whatever it writes to a sealed table is in the audit entry that it ends with. */
export interface Tx {
  /** Reads what this transaction has written too. */
  readonly q: Reads;
  readonly tables: Tables;
  /** The sequence number of the audit entry that this transaction ends with. */
  readonly entry: number;
  /** The instant of this transaction, in UTC, never before the one before it. */
  readonly at: string;
  readonly insert: <Name extends SealedName>(name: Name, row: NewRow<Name>) => Promise<Row<Name>>;
  /** Adds rows to a table that takes them by the thousand, once; each must have `entry` and its place from 0. */
  readonly insertMany: <Name extends SealedName>(name: Name, rows: readonly NewRow<Name>[]) => Promise<void>;
  /** Changes the row of this id, which must be there. */
  readonly update: <Name extends SealedName>(
    name: Name,
    id: string,
    set: Partial<NewRow<Name>>,
  ) => Promise<Row<Name>>;
  readonly remove: (name: SealedName, id: string) => Promise<void>;
  /** Empties open columns of many rows at once: what no digest covers. */
  readonly empty: <Name extends SealedName>(
    name: Name,
    set: Partial<NewRow<Name>>,
    where: SQL,
  ) => Promise<void>;
  /** Says what this transaction is: exactly once, and no later than its end. */
  readonly record: (act: Act) => void;
}

type Stored = Readonly<Record<string, unknown>>;
type AnyTable = SQLiteTable & { readonly id: SQLiteColumn };

export interface OpenTx extends Tx {
  readonly ended: () => { readonly act: Act; readonly changes: readonly EntryChange[] };
}

interface Opening {
  readonly q: Writes;
  readonly tables: Tables;
  readonly entry: number;
  readonly at: string;
}

type Written = Pick<Tx, 'insert' | 'insertMany' | 'update' | 'remove' | 'empty'>;

/** What writes rows, and tells `changes` how each was left. */
function writerOf({ q, tables }: Opening, changes: Changes): Written {
  // because one body of code serves every table; `Tx` gives each call the types of the table it names
  const tableOf = (name: SealedName) => tables[name] as unknown as AnyTable;
  const onlyRow = (name: SealedName, returned: readonly Stored[]): Stored => {
    const [row] = returned;
    if (row === undefined) throw new Error(`invariant: the row of ${name} is there`);
    if (!sealOf(name).bulk) changes.left(name, row);
    return row;
  };
  const written = {
    insert: async (name: SealedName, row: Stored) =>
      onlyRow(name, await q.insert(tableOf(name)).values(row).returning()),
    insertMany: async (name: SealedName, rows: readonly Stored[]) => {
      // because the rows of a table are held against one digest an entry
      if (changes.many.some(({ table }) => table === name))
        throw new Error(`invariant: a transaction adds to ${name} once`);
      const digests = rows.map((row) => rowDigest(name, row, sealOf(name).open));
      await q.insertRows(tableOf(name), rows);
      changes.many.push({ table: name, rows: rows.length, digest: digestOfAll(digests) });
    },
    update: async (name: SealedName, id: string, set: Stored) => {
      const table = tableOf(name);
      return onlyRow(name, await q.update(table).set(set).where(eq(table.id, id)).returning());
    },
    remove: async (name: SealedName, id: string) => {
      const table = tableOf(name);
      await q.delete(table).where(eq(table.id, id));
      changes.gone(name, id);
    },
    empty: async (name: SealedName, set: Stored, where: SQL) => {
      const closed = Object.keys(set).filter((column) => !sealOf(name).open.includes(column));
      if (closed.length > 0) throw new Error(`invariant: ${closed.join(', ')} of ${name} is open`);
      await q.update(tableOf(name)).set(set).where(where);
    },
  };
  // because the names carry the types: every table is reached by the same code
  return written as unknown as Written;
}

/** What a transaction left behind: the last digest of each row, and what came by the thousand. */
class Changes {
  readonly many: EntryChange[] = [];
  private readonly rows = new Map<string, RowChange>();

  left(name: SealedName, row: Stored): void {
    const id = String(row['id']);
    this.rows.set(`${name}/${id}`, { table: name, id, digest: rowDigest(name, row, sealOf(name).open) });
  }

  gone(name: SealedName, id: string): void {
    this.rows.set(`${name}/${id}`, { table: name, id, digest: null });
  }

  all(): EntryChange[] {
    return [...this.rows.values(), ...this.many];
  }
}

/** Opens the writing half of a transaction. */
export function openTx(opening: Opening): OpenTx {
  const { q, tables, entry, at } = opening;
  const changes = new Changes();
  let act: Act | undefined;
  return {
    ...writerOf(opening, changes),
    q,
    tables,
    entry,
    at,
    record: (said) => {
      if (act !== undefined) throw new Error('invariant: a transaction is recorded once');
      act = said;
    },
    ended: () => {
      if (act === undefined) throw new Error('invariant: a transaction says what it is');
      return { act, changes: changes.all() };
    },
  };
}
