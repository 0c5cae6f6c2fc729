import type { Held } from './block.ts';
import { familyOfLine } from './reading/line.ts';
import type { SourceRow } from './reading/row.ts';
import { familyOf } from './reading/spool.ts';

/** Where in a cohort a family stands. */
export interface Spot {
  readonly number: number;
  readonly at: number;
}

/** Something that is held aside, and where. */
export interface HeldAt extends Spot {
  readonly held: Held;
}

/** What to do with a row that is held: other cells or another line in its place, or nothing. */
export interface RowChange {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
  /** Cells that replace those of the same name; an empty one takes it away. */
  readonly cells?: Readonly<Record<string, string>> | undefined;
  /** The whole family, in place of a line of NDJSON. */
  readonly family?: Readonly<Record<string, unknown>> | undefined;
  readonly leaveOut?: true | undefined;
}

/** A row that was not there before. */
export interface AddedRow {
  readonly table: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows of one family, to be put together again. */
export interface Group {
  readonly id: string;
  /** Where it was held; undefined where nothing of it was. */
  readonly home: Spot | undefined;
  readonly rows: SourceRow[];
}

/** Names a row within a cohort. */
export function rowKey({ file, sheet, row }: Pick<RowChange, 'file' | 'sheet' | 'row'>): string {
  return JSON.stringify([file, sheet ?? null, row]);
}

function withCells(cells: SourceRow['cells'], changed: SourceRow['cells']): SourceRow['cells'] {
  const all = Object.entries({ ...cells, ...changed }).map(([name, cell]) => [name, cell.trim()] as const);
  return Object.fromEntries(all.filter(([, cell]) => cell !== ''));
}

/** A row after a change; undefined where it is left out. */
function changedRow(row: SourceRow, { cells, family, leaveOut }: RowChange): SourceRow | undefined {
  if (leaveOut === true) return undefined;
  const { file, sheet, table, row: number } = row;
  const place = {
    ...{ file, row: number },
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
  };
  if (family !== undefined) return { ...place, cells: {}, text: JSON.stringify(family) };
  return cells === undefined ? row : { ...place, cells: withCells(row.cells, cells) };
}

const idOf = (row: SourceRow) => (row.text === undefined ? familyOf(row) : familyOfLine(row));

/** The ids of families that changes and new rows say they are of. */
export function targetsOf(changes: readonly RowChange[], added: readonly AddedRow[]): Set<string> {
  const said = [
    ...changes.map(({ cells, family }) => family?.['id'] ?? cells?.['family']),
    ...added.map(({ cells }) => cells['family']),
  ];
  return new Set(said.filter((id) => typeof id === 'string').map((id) => id.trim()));
}

/** The new rows of a change, which it names for itself: they can be mended too. */
export function rowsOf(added: readonly AddedRow[], revision: number): SourceRow[] {
  return added.map(({ table, cells }, index) => {
    const file = `added-${String(revision)}`;
    return { file, row: index + 1, table, cells: withCells({}, cells) };
  });
}

/** What is held, with its changes made: rows that now are of another family have gone to it. */
export function regrouped(
  held: readonly HeldAt[],
  changes: ReadonlyMap<string, RowChange>,
  added: readonly SourceRow[],
): Group[] {
  const groups: Group[] = held.map(({ held: { id }, number, at }) => ({
    id,
    home: { number, at },
    rows: [],
  }));
  const groupOf = (id: string) => {
    const before = groups.find((group) => group.id === id && id !== '');
    if (before !== undefined) return before;
    const fresh: Group = { id, home: undefined, rows: [] };
    groups.push(fresh);
    return fresh;
  };
  for (const [index, { held: before }] of held.entries()) {
    const own = groups[index];
    for (const row of before.rows) {
      const change = changes.get(rowKey(row));
      const now = change === undefined ? row : changedRow(row, change);
      if (now === undefined) continue;
      const id = idOf(now);
      (id === before.id && own !== undefined ? own : groupOf(id)).rows.push(now);
    }
  }
  for (const row of added) groupOf(idOf(row)).rows.push(row);
  return groups;
}
