import { sha256 } from '../canonical.ts';

/**
 * The digest of one row as the audit chain holds it: its columns by name, but for those that are open. A column that is
 * null counts as one that is not there, so that a migration can add one and every digest stays.
 */
export function rowDigest(
  table: string,
  row: Readonly<Record<string, unknown>>,
  open: readonly string[],
): string {
  const sealed: Record<string, unknown> = {};
  for (const column of Object.keys(row).sort()) {
    const value = row[column];
    if (value !== null && value !== undefined && !open.includes(column)) sealed[column] = value;
  }
  // because columns hold text and whole numbers alone, and are in order here: this is the canonical form
  return sha256(JSON.stringify({ row: sealed, table }));
}

/** One digest of many, in their order. */
export function digestOfAll(digests: readonly string[]): string {
  return sha256(digests.join('\n'));
}
