import { unguarded } from '../csv-cell.ts';
import type { SourceRow } from './row.ts';

interface At {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
  readonly table: string | undefined;
}

/** One row under its header; undefined where every cell is blank. */
export function rowOf(
  record: readonly string[],
  header: readonly string[],
  { table, ...at }: At,
): SourceRow | undefined {
  const cells: Record<string, string> = {};
  const surplus: string[] = [];
  let isBlank = true;
  for (const [index, cell] of record.entries()) {
    const text = unguarded(cell.trim());
    if (text === '') continue;
    isBlank = false;
    const name = header[index] ?? '';
    if (name === '') surplus.push(text);
    else cells[name] = text;
  }
  if (isBlank) return undefined;
  return {
    ...at,
    ...(table === undefined ? {} : { table }),
    cells,
    ...(surplus.length > 0 ? { surplus } : {}),
  };
}
