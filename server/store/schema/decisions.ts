import type { Dialect } from '../dialect.ts';

/** Decisions that were asked to be kept. */
const decision = (d: Dialect) =>
  d.table(
    'decision',
    {
      /** The record's own id: the same question asked twice is two records. */
      id: d.text('id').primaryKey(),
      entry: d.whole('entry').notNull(),
      place: d.whole('place').notNull(),
      authority: d.text('authority').notNull(),
      /** Who asked, as the audit log names them. */
      who: d.text('who').notNull(),
      at: d.text('at').notNull(),
      ruleset: d.text('ruleset').notNull(),
      version: d.text('version').notNull(),
      versionHash: d.text('version_hash').notNull(),
      vocabularyHash: d.text('vocabulary_hash').notNull(),
      /** Of the vocabulary that the family was written in. */
      familyVocabularyHash: d.text('family_vocabulary_hash').notNull(),
      /** Canonical JSON: by calendar id. */
      calendarHashes: d.text('calendar_hashes').notNull(),
      asOf: d.text('as_of').notNull(),
      restateAttachment: d.text('restate_attachment'),
      semantics: d.whole('semantics').notNull(),
      build: d.text('build').notNull(),
      /** The trace that was asked for: `none`, `summary` or `full`. */
      trace: d.text('trace').notNull(),
      /** HMAC-SHA-256, under the family's key, of the family's hash and of the content id. */
      familyMac: d.text('family_mac').notNull(),
      contentMac: d.text('content_mac').notNull(),
      /** Null, with the two below, once erased. */
      contentId: d.text('content_id'),
      family: d.text('family'),
      /** Null where the family was withheld, too. */
      familyDocument: d.text('family_document'),
      /** The compact trace: what can be asked for, and the rest of its bytes. */
      places: d.text('places').notNull(),
      rest: d.text('rest').notNull(),
      /** Canonical JSON: every verdict and every penny. */
      answer: d.text('answer').notNull(),
      /** SHA-256 of the compact trace. */
      traceDigest: d.text('trace_digest').notNull(),
      /** The record that this one stands in for. */
      supersedes: d.text('supersedes'),
      note: d.text('note'),
    },
    (table) => [
      d.index('decision_entry').on(table.entry, table.place),
      d.index('decision_family').on(table.authority, table.family),
      d.index('decision_content').on(table.contentId),
      d.index('decision_supersedes').on(table.supersedes),
      // because a query by verdict then reads this index alone
      d
        .index('decision_places')
        .on(table.authority, table.versionHash, table.entry, table.place, table.places),
    ],
  );

/** The families that kept decisions are about, and the keys of the hashes over them. */
export const decisionTables = (d: Dialect) => ({
  decision: decision(d),
  familyKey: d.table(
    'family_key',
    {
      id: d.text('id').primaryKey(),
      entry: d.whole('entry').notNull(),
      place: d.whole('place').notNull(),
      authority: d.text('authority').notNull(),
      /** Null, with the key, once erased. */
      family: d.text('family'),
      /** 32 random bytes in hex. */
      key: d.text('key'),
    },
    (table) => [
      d.index('family_key_entry').on(table.entry, table.place),
      d.uniqueIndex('family_key_family').on(table.authority, table.family),
    ],
  ),
  familyDocument: d.table(
    'family_document',
    {
      /** The keyed hash of the family. */
      id: d.text('id').primaryKey(),
      entry: d.whole('entry').notNull(),
      place: d.whole('place').notNull(),
      authority: d.text('authority').notNull(),
      /** Canonical JSON; null once erased. */
      document: d.text('document'),
    },
    (table) => [d.index('family_document_entry').on(table.entry, table.place)],
  ),
});

export const decisionSeals = {
  decision: { open: ['contentId', 'family', 'familyDocument'], bulk: true },
  familyKey: { open: ['family', 'key'], bulk: true },
  familyDocument: { open: ['document'], bulk: true },
} as const;
