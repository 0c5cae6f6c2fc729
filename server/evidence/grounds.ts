import { ok, readReleases, type Release, type Vocabulary } from '../../engine/index.ts';
import type { KeptRecord } from '../decisions/kept-record.ts';
import { type Basis, basisOf, type HeldVocabulary } from '../library/basis.ts';
import type { Finding } from '../library/finding.ts';
import type { Placed } from '../library/folder.ts';
import type { Version } from '../library/library.ts';
import { readVersion } from '../library/read-version.ts';
import type { PackDocuments, PackedRuleset } from './format.ts';

/** What decisions are made again on: the documents of a pack, and nothing else. */
export interface Grounds {
  /** By the hash that their documents have, whatever is said of them. */
  readonly versions: ReadonlyMap<string, Version>;
  /** By the hash that their documents have. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** The version of a decision, which reads families in the vocabulary that this one was read in. */
  readonly versionFor: (record: KeptRecord) => Version | undefined;
  /** What is wrong with the documents; `file` is a JSON Pointer to the one it is in. */
  readonly findings: readonly Finding[];
}

type Held = Map<string, Basis>;

function placed(kind: Placed['kind'], at: string, document: unknown): Placed {
  return { kind, file: at, read: ok(document) };
}

/** Each document by its own hash. */
function heldIn(documents: PackDocuments, kind: 'vocabularies' | 'calendars') {
  const held: Held = new Map();
  const findings = documents[kind].flatMap(({ document }, place) => {
    const at = `/documents/${kind}/${String(place)}/document`;
    const read = basisOf([placed(kind === 'calendars' ? 'calendar' : 'vocabulary', at, document)]);
    for (const { hash } of read.basis[kind].values()) held.set(hash, read.basis);
    return read.findings;
  });
  return { held, findings };
}

/** Documents of these hashes together; those that are not here are left out. */
function together(
  vocabularies: readonly (Basis | undefined)[],
  calendars: readonly (Basis | undefined)[],
): Basis {
  return {
    vocabularies: new Map(vocabularies.flatMap((one) => [...(one?.vocabularies ?? [])])),
    calendars: new Map(calendars.flatMap((one) => [...(one?.calendars ?? [])])),
  };
}

/** The releases of a ruleset; none where they are not releases. */
function releasesIn({ releases }: PackedRuleset): readonly Release[] {
  const read = readReleases({ sources: {}, releases });
  return read.ok ? read.value.releases : [];
}

function withVocabulary(version: Version, read: HeldVocabulary): Version {
  const { id, version: number } = read.document;
  const vocabularies = new Map([...version.basis.vocabularies, [`${id}@${String(number)}`, read]]);
  return { ...version, basis: { ...version.basis, vocabularies } };
}

/** Reads and checks the documents of a pack whole. */
export function groundsOf(documents: PackDocuments): Grounds {
  const words = heldIn(documents, 'vocabularies');
  const terms = heldIn(documents, 'calendars');
  const findings: Finding[] = [...words.findings, ...terms.findings];
  const versions = new Map<string, Version>();
  for (const [place, one] of documents.rulesets.entries()) {
    const at = `/documents/rulesets/${String(place)}`;
    const calendars = Object.values(one.calendarHashes).map((hash) => terms.held.get(hash));
    const basis = together([words.held.get(one.vocabularyHash)], calendars);
    const files = {
      ruleset: placed('ruleset', `${at}/document`, one.document),
      cases: one.cases === null ? undefined : placed('cases', `${at}/cases`, one.cases),
    };
    const version = readVersion(files, { basis, releases: releasesIn(one) });
    if (version.ok) versions.set(version.value.hash, version.value);
    else findings.push(...version.error);
  }
  const versionFor = ({ ruleset, familyVocabularyHash }: KeptRecord) => {
    const version = versions.get(ruleset.hash);
    const [read] = words.held.get(familyVocabularyHash)?.vocabularies.values() ?? [];
    return version === undefined || read === undefined ? undefined : withVocabulary(version, read);
  };
  const vocabularies = new Map(
    [...words.held].flatMap(
      ([
        hash,
        {
          vocabularies: [...held],
        },
      ]) => held.map(([, one]) => [hash, one.document]),
    ),
  );
  return { versions, vocabularies, versionFor, findings };
}
