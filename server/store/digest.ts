import { sha256 } from '../canonical.ts';

interface Columns {
  readonly names: readonly string[];
  readonly sorted: readonly string[];
}

/** The columns that the last row of each table had: those of the next are the same, unless somebody tampers with it. */
const known = new Map<string, Columns>();

function sortedColumns(table: string, names: readonly string[]): readonly string[] {
  const before = known.get(table);
  const same = before?.names.length === names.length && names.every((name, at) => name === before.names[at]);
  if (same) return before.sorted;
  const sorted = [...names].sort();
  known.set(table, { names, sorted });
  return sorted;
}

/**
 * The digest of one row as the audit chain holds it: its columns by name, but for those that are open. A column that is
 * null counts as one that is not there, so that a migration can add one and every digest stays.
 */
export function rowDigest(
  table: string,
  row: Readonly<Record<string, unknown>>,
  open: readonly string[],
): string {
  let sealed = '';
  for (const column of sortedColumns(table, Object.keys(row))) {
    const value = row[column];
    if (value === null || value === undefined || open.includes(column)) continue;
    // because columns hold text and whole numbers alone, and are in order here: this is the canonical form
    sealed += `${sealed === '' ? '' : ','}"${column}":${JSON.stringify(value)}`;
  }
  return sha256(`{"row":{${sealed}},"table":"${table}"}`);
}

/** One digest of many, in their order. */
export function digestOfAll(digests: readonly string[]): string {
  return sha256(digests.join('\n'));
}
