import { createStore } from 'solid-js/store';
import type { HeldFamily, HeldRow } from '../../api.ts';
import { type Change, changeOf, isUnreadable, laidOut, rowKey, type Typed } from './typed-rows.ts';

/** A row that was missing, as it is typed. */
export interface Added {
  readonly number: number;
  readonly table: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows to be sent: changed ones, and ones that were missing. */
export interface Pending {
  readonly rows: Change[];
  readonly add: { table: string; cells: Record<string, string> }[];
}

/** What tells a family that is held aside from the others: its id, or its first row. */
export const heldKey = ({ family, rows }: HeldFamily): string => {
  const [first] = rows;
  return family ?? (first === undefined ? '' : rowKey(first));
};

/** Rows that were missing, by the family that lacks them. */
function createAdded() {
  const [added, setAdded] = createStore<Record<string, readonly Added[] | undefined>>({});
  let numbers = 0;
  const addedTo = (held: HeldFamily) => added[heldKey(held)] ?? [];
  const put = (held: HeldFamily, rows: readonly Added[]) => {
    setAdded(heldKey(held), rows);
  };
  return {
    addedTo,
    /** Begins a row that was missing. */
    add: (held: HeldFamily, table: string) => {
      numbers += 1;
      const cells = held.family === null ? {} : { family: held.family };
      put(held, [...addedTo(held), { number: numbers, table, cells }]);
    },
    setAddedCell: (held: HeldFamily, { number }: Added, cell: Readonly<Record<string, string>>) => {
      const now = (row: Added) =>
        row.number === number ? { ...row, cells: { ...row.cells, ...cell } } : row;
      put(held, addedTo(held).map(now));
    },
    dropAdded: (held: HeldFamily, { number }: Added) => {
      put(
        held,
        addedTo(held).filter((row) => row.number !== number),
      );
    },
  };
}

/** What is typed over rows that are held aside, and kept until it is sent. */
export function createTypedRows() {
  const [typed, setTyped] = createStore<Record<string, Typed | undefined>>({});
  const added = createAdded();
  const typedOf = (row: HeldRow): Typed | undefined => typed[rowKey(row)];
  const change = (row: HeldRow, next: Partial<Typed>) => {
    setTyped(rowKey(row), (before) => ({ cells: {}, ...before, ...next }));
  };
  const pendingOf = (families: readonly HeldFamily[]): Pending => ({
    rows: families.flatMap(({ rows }) => rows.flatMap((row) => changeOf(row, typedOf(row)) ?? [])),
    add: families.flatMap((held) =>
      added.addedTo(held).map(({ table, cells }) => ({ table, cells: { ...cells } })),
    ),
  });
  return {
    ...added,
    pendingOf,
    cellOf: (row: HeldRow, column: string) => typedOf(row)?.cells[column] ?? row.cells[column] ?? '',
    setCell: (row: HeldRow, column: string, cell: string) => {
      change(row, { cells: { ...typedOf(row)?.cells, [column]: cell } });
    },
    textOf: (row: HeldRow) => typedOf(row)?.text ?? laidOut(row.text ?? ''),
    setText: (row: HeldRow, text: string) => {
      change(row, { text });
    },
    isTrimmed: (row: HeldRow) => typedOf(row)?.trimmed ?? false,
    trim: (row: HeldRow) => {
      change(row, { trimmed: true });
    },
    isOut: (row: HeldRow) => typedOf(row)?.out ?? false,
    setOut: (row: HeldRow, out: boolean) => {
      change(row, { out });
    },
    unreadable: (row: HeldRow) => isUnreadable(row, typedOf(row)),
    /** How many rows of families would be sent. */
    pending: (families: readonly HeldFamily[]) => {
      const { rows, add } = pendingOf(families);
      return rows.length + add.length;
    },
    forget: (families: readonly HeldFamily[]) => {
      for (const held of families) {
        for (const one of added.addedTo(held)) added.dropAdded(held, one);
        for (const row of held.rows) setTyped(rowKey(row), undefined);
      }
    },
  };
}
