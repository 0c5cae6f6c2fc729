import { hashOf } from '../library/hash.ts';
import { found, type PackFinding, unlessSame } from './finding.ts';
import type { EvidencePack } from './format.ts';
import type { Grounds } from './grounds.ts';
import { packHash, sectionsOf } from './manifest.ts';

/** Every section against the manifest, and the manifest against the hash of the pack. */
export function checkManifest(pack: EvidencePack): PackFinding[] {
  const { manifest, ...body } = pack;
  const there = new Map(sectionsOf(body).map(({ at, hash }) => [at, hash]));
  const listed = new Set(manifest.sections.map(({ at }) => at));
  return [
    ...manifest.sections.flatMap(({ at, hash }) => {
      const own = there.get(at);
      if (own === undefined) return [found('section-missing', at, { expected: hash, found: null })];
      return unlessSame('section-changed', at, { expected: hash, found: own });
    }),
    ...[...there]
      .filter(([at]) => !listed.has(at))
      .map(([at, hash]) => found('section-unlisted', at, { expected: null, found: hash })),
    ...unlessSame('pack-changed', '/manifest/hash', { expected: packHash(manifest), found: manifest.hash }),
  ];
}

interface Named {
  readonly at: string;
  /** What is said of the document, by the key that it says it under. */
  readonly said: Readonly<Record<string, string>>;
  readonly document: Readonly<Record<string, unknown>>;
}

/** What is said of a document against what it says itself. */
function checkNames({ at, said, document }: Named): PackFinding[] {
  return Object.entries(said).flatMap(([key, name]) => {
    const own = document[key];
    return unlessSame('document-misnamed', at, { expected: String(own), found: name });
  });
}

function checkRulesets({ documents: { rulesets } }: EvidencePack): PackFinding[] {
  return rulesets.flatMap((one, place) => {
    const at = `/documents/rulesets/${String(place)}`;
    const { id, version, hash, document, cases, vocabularyHash: vocabulary, calendarHashes: calendars } = one;
    const expected = hashOf({ ruleset: document, cases, vocabulary, calendars });
    return [
      ...unlessSame('document-changed', `${at}/hash`, { expected, found: hash }),
      ...checkNames({ at: `${at}/id`, said: { id }, document }),
      ...checkNames({ at: `${at}/version`, said: { version }, document }),
    ];
  });
}

/** Every document against what is said of it, its hash first, and against the checks that rules are published by. */
export function checkDocuments(pack: EvidencePack, grounds: Grounds): PackFinding[] {
  const { families, documents } = pack;
  const own = (at: string, { hash, document }: { readonly hash: string; readonly document: unknown }) =>
    unlessSame('document-changed', `${at}/hash`, { expected: hashOf(document), found: hash });
  return [
    ...families.flatMap((one, place) => own(`/families/${String(place)}`, one)),
    ...checkRulesets(pack),
    ...documents.vocabularies.flatMap((one, place) => {
      const at = `/documents/vocabularies/${String(place)}`;
      const [id = '', version = ''] = one.name.split('@');
      return [
        ...own(at, one),
        ...checkNames({ at: `${at}/name`, said: { id, version }, document: one.document }),
      ];
    }),
    ...documents.calendars.flatMap((one, place) => {
      const at = `/documents/calendars/${String(place)}`;
      return [
        ...own(at, one),
        ...checkNames({ at: `${at}/name`, said: { id: one.name }, document: one.document }),
      ];
    }),
    ...grounds.findings.map(({ file, pointer, message }) =>
      found('document-unsound', file + pointer, { found: message }),
    ),
  ];
}
