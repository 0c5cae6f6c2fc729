import * as z from 'zod';
import { canonical, sha256 } from '../canonical.ts';
import type { Row } from '../store/schema.ts';

/** One row as it was left: its digest, or null where it was removed. */
const rowChange = z.strictObject({ table: z.string(), id: z.string(), digest: z.string().nullable() });
/** All rows that one transaction added to a table that takes them by the thousand. */
const bulkChange = z.strictObject({ table: z.string(), rows: z.int(), digest: z.string() });
export const changeList = z.array(z.union([rowChange, bulkChange]));
export type RowChange = z.infer<typeof rowChange>;
export type EntryChange = z.infer<typeof changeList>[number];

export type AuditEntry = Row<'auditEntry'>;

/** What stands before the first entry. */
export const BEFORE_ALL = '0'.repeat(64);

/** The hash of an entry: over every other column of it, the hash of the entry before among them. */
export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actor, authority, action, subject, detail, changes, previous } = entry;
  return sha256(canonical({ seq, at, actor, authority, action, subject, detail, changes, previous }));
}
