import type { Dialect } from '../dialect.ts';

/** The chain of everything that was ever written, one row a transaction. Nothing changes or removes a row. */
export const auditTables = (d: Dialect) => ({
  auditEntry: d.table(
    'audit_entry',
    {
      /** From 1, without a gap. */
      seq: d.whole('seq').primaryKey(),
      /** The instant, in UTC, never before the entry above it. */
      at: d.text('at').notNull(),
      /** `person:<id>`, `key:<id>` or `system`. */
      actor: d.text('actor').notNull(),
      /** Whose data was touched; `national` for what belongs to no authority. */
      authority: d.text('authority').notNull(),
      action: d.text('action').notNull(),
      /** What it was done to; empty where the action says it all. */
      subject: d.text('subject').notNull(),
      /** Canonical JSON, without a word of a family. */
      detail: d.text('detail').notNull(),
      /** Canonical JSON: the digest of every row as it was left. */
      changes: d.text('changes').notNull(),
      /** The hash of the entry before, or 64 zeros. */
      previous: d.text('previous').notNull(),
      hash: d.text('hash').notNull(),
    },
    (table) => [
      d.index('audit_entry_subject').on(table.subject),
      d.index('audit_entry_action').on(table.action),
    ],
  ),
});
