import * as z from 'zod';
import { decision } from '../../engine/index.ts';
import { keptRecord } from '../decisions/kept-record.ts';
import { replayed } from '../decisions/replay.ts';

/** Decisions that one pack holds, at most: it is read by people. */
export const MOST_DECISIONS = 50;

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const document = z.record(z.string(), z.unknown());
const hashes = z.record(z.string(), hash);

const packedDecision = z.strictObject({
  record: keptRecord,
  familyHash: z.union([hash, z.null()]).meta({
    description:
      'Of the family in `families`; null where it was withheld or erased, as `record.family.held` says.',
  }),
  sealed: z
    .strictObject({ entry: z.int(), place: z.int(), familyMac: z.string(), contentMac: z.string() })
    .meta({
      description:
        'What else the audit log sealed of the record; the keys of the two codes stay in the store.',
    }),
  supersededBy: z.array(z.string()).meta({ description: 'Records that stand in for this one.' }),
  replayed: replayed.meta({ description: 'What deciding it again from this pack came to.' }),
  decided: z
    .union([decision.meta({ id: 'Decision' }), z.null()])
    .meta({ description: 'Decided again, in words and with the full trace; null where it cannot be.' }),
});
export type PackedDecision = z.infer<typeof packedDecision>;

const packedRuleset = z.strictObject({
  id: z.string(),
  version: z.string(),
  hash,
  vocabularyHash: hash,
  calendarHashes: hashes,
  document,
  cases: z.union([document, z.null()]),
  releases: z.array(document).meta({ description: 'Of the ruleset, as they were when the pack was made.' }),
});
export type PackedRuleset = z.infer<typeof packedRuleset>;

const packedDocument = z.strictObject({ name: z.string(), hash, document });
export type PackedDocument = z.infer<typeof packedDocument>;

const packedEntry = z.strictObject({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  authority: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string().meta({ description: 'Canonical JSON.' }),
  changes: z.string().meta({ description: 'Canonical JSON: the digest of every row as it was left.' }),
  previous: hex,
  hash: hex,
  rows: z.array(hex).meta({ description: 'The digest of each decision that the entry wrote, by its place.' }),
});
export type PackedEntry = z.infer<typeof packedEntry>;

const section = z.strictObject({
  at: z.string().meta({ description: 'JSON Pointer into the pack.' }),
  hash: hash.meta({ description: 'SHA-256 over the canonical JSON of what is there.' }),
});
export type Section = z.infer<typeof section>;

const manifest = z.strictObject({
  sections: z.array(section),
  page: hash.meta({
    description: 'Over the text of the HTML page, without the hash of the pack and its data.',
  }),
  hash: hash.meta({ description: 'Of the pack: over the canonical JSON of `sections` and `page`.' }),
});
export type Manifest = z.infer<typeof manifest>;

export const FORMAT = { name: 'threshold-evidence-pack', number: 1 } as const;

/** One family’s kept decisions, and all that it takes to check them without a server. */
export const evidencePack = z
  .strictObject({
    format: z.strictObject({ name: z.literal(FORMAT.name), number: z.literal(FORMAT.number) }),
    manifest,
    made: z.strictObject({
      at: z.string().meta({ description: 'The instant, in UTC.' }),
      by: z.string().meta({ description: '`person:<id>`, `key:<id>` or `open`.' }),
      name: z.string().meta({ description: 'Their name then.' }),
      authority: z.string(),
      build: z.string(),
      family: z.union([z.string(), z.null()]).meta({ description: 'Its id; null where it was erased.' }),
      chosen: z
        .boolean()
        .meta({ description: 'Whether records were chosen, or all that are kept are here.' }),
    }),
    families: z.array(z.strictObject({ hash, document })),
    decisions: z.array(packedDecision),
    documents: z.strictObject({
      rulesets: z.array(packedRuleset),
      vocabularies: z.array(packedDocument),
      calendars: z.array(packedDocument),
    }),
    audit: z.strictObject({
      entries: z.array(packedEntry),
      head: z
        .string()
        .regex(/^\d{1,15}:[0-9a-f]{64}$/)
        .meta({ description: 'Where the chain ended when the pack was made, as `seq:hash`.' }),
    }),
  })
  .meta({ id: 'EvidencePack' });
export type EvidencePack = z.infer<typeof evidencePack>;
export type PackDocuments = EvidencePack['documents'];

/** All of a pack that its manifest speaks of. */
export type PackBody = Omit<EvidencePack, 'manifest'>;
