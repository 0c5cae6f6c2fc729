import type { Release } from '../../engine/index.ts';
import type { ContentKind } from '../library/content-kinds.ts';
import type { Scribe } from './write.ts';

/** What a version is made of, byte for byte, and where that came from. */
export interface VersionTexts {
  readonly document: string;
  readonly cases: string | null;
  readonly draft: string | null;
}

/** A content of one of these kinds. */
export interface BasisText {
  readonly kind: ContentKind;
  readonly name: string;
  readonly hash: string;
  readonly file: string;
  readonly text: string;
  readonly draft: string | null;
}

/** A version that was checked whole. */
export interface FrozenVersion {
  readonly ruleset: string;
  readonly version: string;
  readonly hash: string;
  readonly file: string;
  readonly restsOn: {
    readonly vocabulary: { readonly id: string; readonly hash: string };
    readonly calendars: Readonly<Record<string, string>>;
  };
}

/** Publishes a version. */
export async function publishVersion(
  scribe: Scribe,
  { ruleset, version, hash, file, restsOn }: FrozenVersion,
  texts: VersionTexts,
): Promise<void> {
  await scribe.tx.insert('publishedVersion', {
    id: `${ruleset}@${version}`,
    ...{ ruleset, version, hash, file },
    document: await scribe.keep(texts.document),
    cases: texts.cases === null ? null : await scribe.keep(texts.cases),
    vocabulary: restsOn.vocabulary.id,
    vocabularyHash: restsOn.vocabulary.hash,
    calendars: JSON.stringify(restsOn.calendars),
    draft: texts.draft,
    ...scribe.done(),
  });
  await scribe.tell({
    kind: 'ruleset',
    name: ruleset,
    version,
    draft: texts.draft,
    event: 'published',
    hash,
  });
}

/** Publishes a content: from now on it is the one that new versions take. */
export async function publishBasis(scribe: Scribe, basis: BasisText): Promise<void> {
  const { kind, name, hash, file, text, draft } = basis;
  await scribe.tx.insert('publishedBasis', {
    id: `${kind}/${name}/${hash}`,
    kind,
    name,
    hash,
    document: await scribe.keep(text),
    file,
    draft,
    ...scribe.done(),
  });
  await scribe.tell({ kind, name, version: null, draft, event: 'published', hash });
}

/** Adds a release, or the withdrawal of one. */
export async function addRelease(
  scribe: Scribe,
  release: Release,
  about: { readonly hash: string | null; readonly reason: string | null; readonly draft?: string },
): Promise<void> {
  const now = scribe.done();
  const id = `${String(now.entry)}/${String(now.place)}`;
  const { ruleset, version, from, to } = release;
  await scribe.tx.insert('release', { id, ruleset, version, document: JSON.stringify(release), ...now });
  await scribe.tell({
    ...{ kind: 'ruleset', name: ruleset, version, draft: null, ...about },
    event: release.withdraws === true ? 'withdrawn' : 'released',
    detail: { from, ...(to === undefined ? {} : { to }) },
  });
}
