import { ok, type Result } from '../../engine/index.ts';
import { contentKinds, contentsByKind } from '../library/content-kinds.ts';
import type { Finding } from '../library/finding.ts';
import { placedOf, type PlacedText, textsIn } from '../library/folder.ts';
import type { Library, Version } from '../library/library.ts';
import { casesFileOf, libraryOf } from '../library/open.ts';
import { NATIONAL } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import { addRelease, type FrozenVersion, publishBasis, publishVersion } from './publish.ts';
import { firstFilled, type Scribe, scribeOf, theSystem } from './write.ts';

/** Every text of a folder in which nothing is wrong, by file. */
export function textsByFile(texts: readonly PlacedText[]): ReadonlyMap<string, string> {
  return new Map(texts.flatMap(({ file, text }) => (text.ok ? [[file, text.value] as const] : [])));
}

function textAt(texts: ReadonlyMap<string, string>, file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`invariant: what was read of \`${file}\` is at hand`);
  return text;
}

export function frozenOf({ ruleset, hash, file, vocabularyHash, calendarHashes }: Version): FrozenVersion {
  const vocabulary = { id: ruleset.vocabulary, hash: vocabularyHash };
  return {
    ...{ ruleset: ruleset.id, version: ruleset.version, hash, file },
    restsOn: { vocabulary, calendars: calendarHashes },
  };
}

async function publishAll(
  scribe: Scribe,
  library: Library,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const { rulesets, releases } = library;
  const contents = contentsByKind(library);
  for (const kind of contentKinds) {
    for (const [name, { hash, file }] of contents[kind]) {
      await publishBasis(scribe, { kind, name, hash, file, text: textAt(texts, file), draft: null });
    }
  }
  for (const version of [...rulesets.values()].flat()) {
    const cases = texts.get(casesFileOf(version.file)) ?? null;
    await publishVersion(scribe, frozenOf(version), {
      document: textAt(texts, version.file),
      cases,
      draft: null,
    });
  }
  for (const release of releases) {
    const hash = rulesets
      .get(release.ruleset)
      ?.find(({ ruleset }) => ruleset.version === release.version)?.hash;
    await addRelease(scribe, release, { hash: hash ?? null, reason: null });
  }
}

/** Fills an empty store with what a folder holds; false where something fills it already. */
export function fill(store: Store, library: Library, texts: ReadonlyMap<string, string>): Promise<boolean> {
  return store.write({ actor: theSystem.actor, authority: NATIONAL }, async (tx) => {
    const scribe = scribeOf(tx, theSystem);
    const listed = texts.get('releases.json');
    const first = await firstFilled(tx, listed === undefined ? null : await scribe.keep(listed));
    tx.record({
      action: first ? 'rulesets-seeded' : 'rulesets-found',
      detail: { versions: [...library.rulesets.values()].flat().length },
    });
    if (first) await publishAll(scribe, library, texts);
    return first;
  });
}

/** What a folder of rulesets holds, checked whole, and its texts. */
export function openTexts(
  folder: string,
): Result<{ readonly library: Library; readonly texts: ReadonlyMap<string, string> }, Finding[]> {
  const texts = textsIn(folder);
  if (!texts.ok) return texts;
  const library = libraryOf(texts.value.map(placedOf));
  return library.ok ? ok({ library: library.value, texts: textsByFile(texts.value) }) : library;
}
