import type { Dialect } from '../dialect.ts';

/** Stored sets of families, and the families of them by the block. */
export const cohortTables = (d: Dialect) => ({
  cohort: d.table(
    'cohort',
    {
      id: d.text('id').primaryKey(),
      authority: d.text('authority').notNull(),
      title: d.text('title').notNull(),
      /** `receiving`, `open`, `whole`, `cancelled` or `purged`. */
      state: d.text('state').notNull(),
      /** JSON: the files it came in, and how each was written. */
      files: d.text('files').notNull(),
      /** JSON: what about the files is worth a look, and what made them unfit. */
      notes: d.text('notes').notNull(),
      faults: d.text('faults').notNull(),
      /** `family@1`: what its tables are made from, and what families that name none are read in. */
      vocabulary: d.text('vocabulary').notNull(),
      vocabularyHash: d.text('vocabulary_hash').notNull(),
      createdAt: d.text('created_at').notNull(),
      createdBy: d.text('created_by').notNull(),
      createdByName: d.text('created_by_name').notNull(),
      /** Grows with whatever changes its families. */
      revision: d.whole('revision').notNull(),
      families: d.whole('families').notNull(),
      /** Families held aside because something is wrong with them, and how much that is. */
      held: d.whole('held').notNull(),
      findings: d.whole('findings').notNull(),
      leftOut: d.whole('left_out').notNull(),
      erased: d.whole('erased').notNull(),
      /** Over the hashes of its families in order, as they were when it became whole; null until then. */
      hash: d.text('hash'),
      /** JSON: how much is known of what; null until it is whole. */
      completeness: d.text('completeness'),
      endedAt: d.text('ended_at'),
    },
    (table) => [d.index('cohort_authority').on(table.authority, table.createdAt)],
  ),
  cohortBlock: d.table(
    'cohort_block',
    {
      /** `<cohort>/<number>`. */
      id: d.text('id').primaryKey(),
      cohort: d.text('cohort').notNull(),
      authority: d.text('authority').notNull(),
      /** From 0, in the order of the families. */
      number: d.whole('number').notNull(),
      families: d.whole('families').notNull(),
      held: d.whole('held').notNull(),
      findings: d.whole('findings').notNull(),
      /** JSON: of each family its place within the block and its id. */
      ids: d.text('ids').notNull(),
      /** Canonical JSON, a family a line, deflated, in Base64. */
      content: d.text('content').notNull(),
      /** JSON, deflated, in Base64: the rows of what is held aside, and what is wrong with them. */
      aside: d.text('aside').notNull(),
    },
    (table) => [
      d.uniqueIndex('cohort_block_number').on(table.cohort, table.number),
      d.index('cohort_block_authority').on(table.authority),
    ],
  ),
});

export const cohortSeals = {
  cohort: { open: [], bulk: false },
  cohortBlock: { open: ['ids', 'content', 'aside'], bulk: false },
} as const;
