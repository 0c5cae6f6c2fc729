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

/** The digest of one row as the audit chain holds it: its columns by name, but for those that are open. */
export function rowDigest(
  table: string,
  row: Readonly<Record<string, unknown>>,
  open: readonly string[],
): string {
  const sealed: Record<string, unknown> = {};
  for (const column of Object.keys(row).sort()) if (!open.includes(column)) sealed[column] = row[column];
  // because columns hold text, whole numbers and null alone, and are in order here: this is the canonical form
  return sha256(JSON.stringify({ row: sealed, table }));
}

/** One digest of many, in their order. */
export function digestOfAll(digests: readonly string[]): string {
  return sha256(digests.join('\n'));
}
