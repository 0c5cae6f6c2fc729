import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON of what the server itself made. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('invariant: only JSON has a canonical form');
  return text;
}

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
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
