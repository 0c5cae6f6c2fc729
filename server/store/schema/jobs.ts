import type { Dialect } from '../dialect.ts';

/** Work over a whole cohort, and what came of it by the block. */
export const jobTables = (d: Dialect) => ({
  job: d.table(
    'job',
    {
      id: d.text('id').primaryKey(),
      authority: d.text('authority').notNull(),
      kind: d.text('kind').notNull(),
      /** Canonical JSON: everything that the answer depends on, versions by their hash. */
      question: d.text('question').notNull(),
      /** JSON, deflated, in Base64: the versions that are drafts, as they were when it was asked; empty where there are none. */
      drafts: d.text('drafts').notNull(),
      cohort: d.text('cohort').notNull(),
      /** `asked`, `finished`, `failed`, `cancelled` or `purged`. */
      state: d.text('state').notNull(),
      /** Families: decided by now, of which so many could not be, and how many there are. */
      done: d.whole('done').notNull(),
      wrong: d.whole('wrong').notNull(),
      of: d.whole('of_families').notNull(),
      erased: d.whole('erased').notNull(),
      /** JSON: why it failed. */
      problem: d.text('problem'),
      createdAt: d.text('created_at').notNull(),
      createdBy: d.text('created_by').notNull(),
      createdByName: d.text('created_by_name').notNull(),
      endedAt: d.text('ended_at'),
    },
    (table) => [
      d.index('job_authority').on(table.authority, table.createdAt),
      d.index('job_state').on(table.state, table.createdAt),
      d.index('job_cohort').on(table.cohort),
    ],
  ),
  jobPart: d.table(
    'job_part',
    {
      /** `<job>/<number>`. */
      id: d.text('id').primaryKey(),
      job: d.text('job').notNull(),
      authority: d.text('authority').notNull(),
      /** Of the block of the cohort. */
      number: d.whole('number').notNull(),
      /** JSON: the ids of its families, those that could not be decided last. */
      ids: d.text('ids').notNull(),
      /** JSON, deflated, in Base64: verdicts, pence and what changes. */
      content: d.text('content').notNull(),
      /** JSON, deflated, in Base64: the compact trace of each family under each version. */
      traces: d.text('traces').notNull(),
    },
    (table) => [
      d.uniqueIndex('job_part_number').on(table.job, table.number),
      d.index('job_part_authority').on(table.authority),
    ],
  ),
  /** Which server works at a job, and until when it must say so again. */
  jobLease: d.table('job_lease', {
    /** Of the job. */
    id: d.text('id').primaryKey(),
    holder: d.text('holder').notNull(),
    until: d.text('until').notNull(),
    /** How often it was taken up since families were last decided, and how many those were. */
    tries: d.whole('tries').notNull(),
    done: d.whole('done').notNull(),
  }),
});

export const jobSeals = {
  job: { open: [], bulk: false },
  jobPart: { open: ['ids', 'content', 'traces'], bulk: false },
} as const;
