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

/** Every document against the hash that is said of it, and against the checks that rules are published by. */
export function checkDocuments({ families, documents }: EvidencePack, grounds: Grounds): PackFinding[] {
  const own = (at: string, { hash, document }: { readonly hash: string; readonly document: unknown }) =>
    unlessSame('document-changed', `${at}/hash`, { expected: hashOf(document), found: hash });
  const rulesets = documents.rulesets.flatMap((one, place) => {
    const { hash, document: ruleset, cases, vocabularyHash: vocabulary, calendarHashes: calendars } = one;
    const expected = hashOf({ ruleset, cases, vocabulary, calendars });
    return unlessSame('document-changed', `/documents/rulesets/${String(place)}/hash`, {
      expected,
      found: hash,
    });
  });
  return [
    ...families.flatMap((one, place) => own(`/families/${String(place)}`, one)),
    ...rulesets,
    ...documents.vocabularies.flatMap((one, place) => own(`/documents/vocabularies/${String(place)}`, one)),
    ...documents.calendars.flatMap((one, place) => own(`/documents/calendars/${String(place)}`, one)),
    ...grounds.findings.map(({ file, pointer, message }) =>
      found('document-unsound', file + pointer, { found: message }),
    ),
  ];
}
