import type { HeldRow } from '../../api.ts';

/** What was typed over a row that is held aside. */
export interface Typed {
  /** Cells by column, in place of those that were sent. */
  readonly cells: Readonly<Record<string, string>>;
  /** The family as JSON, in place of a line. */
  readonly text?: string;
  readonly out?: boolean;
  /** Whether cells beyond the last header are taken away. */
  readonly trimmed?: boolean;
}

/** A row as it is sent again. */
export interface Change {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly cells?: Record<string, string>;
  readonly family?: Record<string, unknown>;
  readonly leaveOut?: true;
}

export type Place = Pick<HeldRow, 'file' | 'sheet' | 'row'>;

/** Names a row within a cohort. */
export const rowKey = ({ file, sheet, row }: Place): string => JSON.stringify([file, sheet ?? null, row]);

/** Whether a row is a line of NDJSON: a whole family. */
export const isLine = (row: HeldRow): boolean => row.text !== undefined || row.fault !== undefined;

/** A line laid out to be read, or as it is where it is no JSON. */
export function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The family that a text says; undefined where it says none. */
export function familyIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const placeOf = ({ file, sheet, row }: Place): Place =>
  sheet === undefined ? { file, row } : { file, sheet, row };

/** The columns in which something else was typed than was sent. */
function changedCells({ cells }: HeldRow, typed: Typed): Record<string, string> {
  const others = Object.entries(typed.cells).filter(([name, cell]) => cell.trim() !== (cells[name] ?? ''));
  return Object.fromEntries(others);
}

/**
 * What is to be sent of a row: nothing where nothing else was typed, nor where it is a line that says no family. Cells beyond
 * the last header go with whatever else changes.
 */
export function changeOf(row: HeldRow, typed: Typed | undefined): Change | undefined {
  if (typed === undefined) return undefined;
  const place = placeOf(row);
  if (typed.out) return { ...place, leaveOut: true };
  if (isLine(row)) {
    if (typed.text === undefined || typed.text === laidOut(row.text ?? '')) return undefined;
    const family = familyIn(typed.text);
    return family && { ...place, family };
  }
  const cells = changedCells(row, typed);
  return typed.trimmed || Object.keys(cells).length > 0 ? { ...place, cells } : undefined;
}

/** Whether a text was typed that says no family. */
export function isUnreadable(row: HeldRow, typed: Typed | undefined): boolean {
  return isLine(row) && !typed?.out && typed?.text !== undefined && familyIn(typed.text) === undefined;
}
