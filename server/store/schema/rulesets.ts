import type { Dialect } from '../dialect.ts';

/** Who did a thing, and in which transaction: the number of its audit entry, and a place within it from 0. */
const done = (d: Dialect) => ({
  entry: d.whole('entry').notNull(),
  place: d.whole('place').notNull(),
  at: d.text('at').notNull(),
  /** As the audit log names them. */
  actor: d.text('actor').notNull(),
  /** Their name as it was then. */
  actorName: d.text('actor_name').notNull(),
});

/** What is published: nothing changes or removes a row, but for the one of `shelf`. */
const published = (d: Dialect) => ({
  /** Texts as they were given, byte for byte. */
  content: d.table('content', {
    /** SHA-256 of the text, in hex. */
    id: d.text('id').primaryKey(),
    text: d.text('text').notNull(),
  }),
  /** One row: where published rulesets stand. */
  shelf: d.table('shelf', {
    id: d.text('id').primaryKey(),
    /** The audit entry that last published or released something. */
    stamp: d.whole('stamp').notNull(),
    /** The content of the `releases.json` that was imported first; null where there was none. */
    releases: d.text('releases'),
  }),
  publishedVersion: d.table(
    'published_version',
    {
      /** `phase-1@1.0.0`. */
      id: d.text('id').primaryKey(),
      ruleset: d.text('ruleset').notNull(),
      version: d.text('version').notNull(),
      /** Over the document, its cases and the hashes of its vocabulary and calendars. */
      hash: d.text('hash').notNull(),
      /** The content it is made of; of the cases, null where it has none. */
      document: d.text('document').notNull(),
      cases: d.text('cases'),
      /** Where it lies in the folder form. */
      file: d.text('file').notNull(),
      vocabulary: d.text('vocabulary').notNull(),
      vocabularyHash: d.text('vocabulary_hash').notNull(),
      /** JSON: the hash of each calendar by its id. */
      calendars: d.text('calendars').notNull(),
      /** The draft it was; null where it was imported. */
      draft: d.text('draft'),
      ...done(d),
    },
    (table) => [d.index('published_version_ruleset').on(table.ruleset)],
  ),
  /** A content of a vocabulary or calendar; of those with one name, the last published is taken by new versions. */
  publishedBasis: d.table(
    'published_basis',
    {
      /** `calendar/england/sha256:…`. */
      id: d.text('id').primaryKey(),
      kind: d.text('kind').notNull(),
      /** `family@1`, `england`. */
      name: d.text('name').notNull(),
      hash: d.text('hash').notNull(),
      document: d.text('document').notNull(),
      file: d.text('file').notNull(),
      draft: d.text('draft'),
      ...done(d),
    },
    (table) => [d.index('published_basis_name').on(table.kind, table.name)],
  ),
  release: d.table(
    'release',
    {
      id: d.text('id').primaryKey(),
      ruleset: d.text('ruleset').notNull(),
      version: d.text('version').notNull(),
      /** JSON: the release as `releases.json` has it. */
      document: d.text('document').notNull(),
      ...done(d),
    },
    (table) => [d.index('release_ruleset').on(table.ruleset)],
  ),
});

/** What is being written, and what became of it. */
const drafted = (d: Dialect) => ({
  draft: d.table(
    'draft',
    {
      id: d.text('id').primaryKey(),
      /** `ruleset`, `vocabulary` or `calendar`. */
      kind: d.text('kind').notNull(),
      /** `phase-1`, `family@2`, `england`. */
      name: d.text('name').notNull(),
      authority: d.text('authority').notNull(),
      state: d.text('state').notNull(),
      /** The revision that counts, and the last there is: a stale one is kept and does not count. */
      revision: d.whole('revision').notNull(),
      lastRevision: d.whole('last_revision').notNull(),
      /** JSON: the version or content it was made from; null where it is new. */
      basedOn: d.text('based_on'),
      /** JSON: what was submitted; null where nothing is. */
      submission: d.text('submission'),
      /** JSON: who approved which hash; null where nobody has. */
      approval: d.text('approval'),
      createdAt: d.text('created_at').notNull(),
      createdBy: d.text('created_by').notNull(),
      createdByName: d.text('created_by_name').notNull(),
      updatedAt: d.text('updated_at').notNull(),
    },
    (table) => [d.index('draft_state').on(table.state)],
  ),
  draftRevision: d.table(
    'draft_revision',
    {
      /** `<draft>/<revision>`. */
      id: d.text('id').primaryKey(),
      draft: d.text('draft').notNull(),
      revision: d.whole('revision').notNull(),
      document: d.text('document').notNull(),
      cases: d.text('cases'),
      /** The revision it was written over; 0 for the first. */
      base: d.whole('base').notNull(),
      /** 1 where another had come in between, so that it does not count. */
      stale: d.whole('stale').notNull(),
      ...done(d),
    },
    (table) => [d.index('draft_revision_draft').on(table.draft)],
  ),
  rulesetEvent: d.table(
    'ruleset_event',
    {
      /** `<entry>/<place>`. */
      id: d.text('id').primaryKey(),
      kind: d.text('kind').notNull(),
      name: d.text('name').notNull(),
      version: d.text('version'),
      draft: d.text('draft'),
      event: d.text('event').notNull(),
      hash: d.text('hash'),
      reason: d.text('reason'),
      /** JSON. */
      detail: d.text('detail').notNull(),
      ...done(d),
    },
    (table) => [
      d.index('ruleset_event_name').on(table.kind, table.name),
      d.index('ruleset_event_draft').on(table.draft),
    ],
  ),
});

/** Rulesets, vocabularies and calendars: what is published and released, drafts, and their history. */
export const rulesetTables = (d: Dialect) => ({ ...published(d), ...drafted(d) });

const each = { open: [], bulk: false } as const;
export const rulesetSeals = {
  content: each,
  shelf: each,
  publishedVersion: each,
  publishedBasis: each,
  release: each,
  draft: each,
  draftRevision: each,
  rulesetEvent: each,
} as const;
