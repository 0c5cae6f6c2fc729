import { inArray } from 'drizzle-orm';
import type { KeptDecision } from '../decisions/find.ts';
import { versionOfHash } from '../decisions/replay.ts';
import { documentIn } from '../library/document-text.ts';
import type { Library, Version } from '../library/library.ts';
import { contentsOf } from '../shelf/stored-library.ts';
import type { Store } from '../store/store.ts';
import type { PackDocuments, PackedDocument } from './format.ts';

type Reading = Pick<Store, 'read' | 'tables'>;
type Document = Readonly<Record<string, unknown>>;

interface Held {
  readonly document: object;
  readonly hash: string;
}

/** Plain JSON of a document that was read and checked. */
function plain(document: object): Document {
  return JSON.parse(JSON.stringify(document)) as Document;
}

/** Every content that a library or a version of it rests on. */
function heldIn(library: Library, kind: 'vocabularies' | 'calendars'): Map<string, PackedDocument> {
  const bases = [library, ...[...library.rulesets.values()].flat()].map(({ basis }) => basis);
  const held = new Map<string, PackedDocument>();
  for (const basis of bases) {
    const all: ReadonlyMap<string, Held> = basis[kind];
    for (const [name, { document, hash }] of all)
      if (!held.has(hash)) held.set(hash, { name, hash, document: plain(document) });
  }
  return held;
}

/** Contents that no version rests on any more, such as an older one of a vocabulary that a family was written in. */
async function published(store: Reading, hashes: readonly string[]): Promise<PackedDocument[]> {
  if (hashes.length === 0) return [];
  const { publishedBasis } = store.tables;
  const rows = await store.read((q) =>
    q
      .select()
      .from(publishedBasis)
      .where(inArray(publishedBasis.hash, [...hashes])),
  );
  const textOf = await contentsOf(
    store,
    rows.map(({ document }) => document),
  );
  return rows.flatMap(({ name, hash, document }) => {
    const read = documentIn(textOf(document));
    // because it was checked before it was published
    return read.ok ? [{ name, hash, document: read.value as Document }] : [];
  });
}

async function found(store: Reading, held: ReadonlyMap<string, PackedDocument>, wanted: readonly string[]) {
  const hashes = [...new Set(wanted)].sort();
  const there = hashes.flatMap((hash) => held.get(hash) ?? []);
  const others = await published(
    store,
    hashes.filter((hash) => !held.has(hash)),
  );
  return [...there, ...others];
}

function packedRuleset({ ruleset, hash, vocabularyHash, calendarHashes, cases, releases }: Version) {
  return {
    id: ruleset.id,
    version: ruleset.version,
    hash,
    vocabularyHash,
    calendarHashes,
    document: plain(ruleset),
    cases: cases === undefined ? null : plain(cases),
    releases: releases.map(plain),
  };
}

/** The documents that decisions rest on, each once. One that is nowhere any more is left out: what rests on it cannot be made again. */
export async function documentsUnder(
  store: Reading,
  library: Library,
  decisions: readonly KeptDecision[],
): Promise<PackDocuments> {
  const versions = [...new Set(decisions.map(({ versionHash }) => versionHash))].flatMap(
    (hash) => versionOfHash(library, hash) ?? [],
  );
  const words = [
    ...versions.map(({ vocabularyHash }) => vocabularyHash),
    ...decisions.map(({ familyVocabularyHash }) => familyVocabularyHash),
  ];
  const terms = versions.flatMap(({ calendarHashes }) => Object.values(calendarHashes));
  return {
    rulesets: versions.map(packedRuleset),
    vocabularies: await found(store, heldIn(library, 'vocabularies'), words),
    calendars: await found(store, heldIn(library, 'calendars'), terms),
  };
}
