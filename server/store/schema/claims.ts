import type { Dialect } from '../dialect.ts';

/** The audit entry that wrote a row, and its place within it from 0. */
const placed = (d: Dialect) => ({
  id: d.text('id').primaryKey(),
  entry: d.whole('entry').notNull(),
  place: d.whole('place').notNull(),
});

/** When claims can be made, and runs that make them. */
const runs = (d: Dialect) => ({
  claimWindow: d.table('claim_window', {
    id: d.text('id').primaryKey(),
    /** The window's own id: of several rows that have it, the last counts. */
    name: d.text('name').notNull(),
    entry: d.whole('entry').notNull(),
    /** JSON: the window, and the source document that it names. */
    document: d.text('document').notNull(),
    at: d.text('at').notNull(),
    actor: d.text('actor').notNull(),
    actorName: d.text('actor_name').notNull(),
  }),
  claimRun: d.table(
    'claim_run',
    {
      id: d.text('id').primaryKey(),
      authority: d.text('authority').notNull(),
      title: d.text('title').notNull(),
      /** `proposing`, `proposed`, `submitted` or `withdrawn`. */
      state: d.text('state').notNull(),
      ruleset: d.text('ruleset').notNull(),
      version: d.text('version').notNull(),
      versionHash: d.text('version_hash').notNull(),
      programme: d.text('programme').notNull(),
      phase: d.whole('phase').notNull(),
      asOf: d.text('as_of').notNull(),
      /** JSON: the window as it was when the run was begun. */
      window: d.text('window').notNull(),
      /** JSON: the cohort as it was frozen; null where families are sent one at a time. */
      cohort: d.text('cohort'),
      /** The block of the cohort that is proposed next. */
      next: d.whole('next').notNull(),
      /** Families that were looked at. */
      done: d.whole('done').notNull(),
      /** JSON: the sample that was drawn; null until then. */
      sample: d.text('sample'),
      createdAt: d.text('created_at').notNull(),
      createdBy: d.text('created_by').notNull(),
      createdByName: d.text('created_by_name').notNull(),
      endedAt: d.text('ended_at'),
    },
    (table) => [d.index('claim_run_authority').on(table.authority, table.createdAt)],
  ),
  /** What a run did not propose, and why. */
  claimHeld: d.table(
    'claim_held',
    {
      ...placed(d),
      run: d.text('run').notNull(),
      authority: d.text('authority').notNull(),
      /** Null once erased. */
      family: d.text('family'),
      payment: d.text('payment').notNull(),
      code: d.text('code').notNull(),
      /** The claims in its way, as JSON. */
      claims: d.text('claims').notNull(),
    },
    (table) => [d.index('claim_held_run').on(table.run, table.entry, table.place)],
  ),
});

/** Claims, and by which names they are met again. */
const ledger = (d: Dialect) => ({
  claim: d.table(
    'claim',
    {
      ...placed(d),
      run: d.text('run').notNull(),
      authority: d.text('authority').notNull(),
      /** As the family's record has it. */
      localAuthority: d.text('local_authority').notNull(),
      /** Null once erased. */
      family: d.text('family'),
      programme: d.text('programme').notNull(),
      phase: d.whole('phase').notNull(),
      payment: d.text('payment').notNull(),
      /** `attachment` or `result`. */
      kind: d.text('kind').notNull(),
      pence: d.whole('pence').notNull(),
      on: d.text('on_day').notNull(),
      attachedOn: d.text('attached_on').notNull(),
      ruleset: d.text('ruleset').notNull(),
      version: d.text('version').notNull(),
      versionHash: d.text('version_hash').notNull(),
      /** The kept decision that it is made of. */
      record: d.text('record').notNull(),
    },
    (table) => [
      d.index('claim_run_claims').on(table.run, table.entry, table.place),
      d.index('claim_authority').on(table.authority, table.entry, table.place),
      d.index('claim_family').on(table.authority, table.family),
      d.index('claim_record').on(table.record),
    ],
  ),
  claimName: d.table(
    'claim_name',
    {
      ...placed(d),
      claim: d.text('claim').notNull(),
      authority: d.text('authority').notNull(),
      /** `family`, `former` or `person`. */
      kind: d.text('kind').notNull(),
      /** Null once erased. */
      name: d.text('name'),
    },
    (table) => [d.index('claim_name_name').on(table.name), d.index('claim_name_claim').on(table.claim)],
  ),
});

/** What becomes of claims, and what people found of them. */
const afterwards = (d: Dialect) => ({
  claimEvent: d.table(
    'claim_event',
    {
      ...placed(d),
      claim: d.text('claim').notNull(),
      authority: d.text('authority').notNull(),
      event: d.text('event').notNull(),
      on: d.text('on_day').notNull(),
      pence: d.whole('pence'),
      reason: d.text('reason'),
      at: d.text('at').notNull(),
      actor: d.text('actor').notNull(),
      actorName: d.text('actor_name').notNull(),
    },
    (table) => [d.index('claim_event_claim').on(table.claim, table.entry, table.place)],
  ),
  /** Claims that a person found to be of another family than the one they stood in the way of. */
  claimApart: d.table(
    'claim_apart',
    {
      ...placed(d),
      authority: d.text('authority').notNull(),
      /** Null once erased. */
      family: d.text('family'),
      claim: d.text('claim').notNull(),
      reason: d.text('reason').notNull(),
      at: d.text('at').notNull(),
      actor: d.text('actor').notNull(),
      actorName: d.text('actor_name').notNull(),
    },
    (table) => [d.index('claim_apart_family').on(table.authority, table.family)],
  ),
});

/** The ledger of claims: server/adr/0016. */
export const claimTables = (d: Dialect) => ({ ...runs(d), ...ledger(d), ...afterwards(d) });

export const claimSeals = {
  claimWindow: { open: [], bulk: false },
  claimRun: { open: [], bulk: false },
  claimHeld: { open: ['family'], bulk: true },
  claim: { open: ['family'], bulk: true },
  claimName: { open: ['name'], bulk: true },
  claimEvent: { open: [], bulk: true },
  claimApart: { open: ['family'], bulk: true },
} as const;
