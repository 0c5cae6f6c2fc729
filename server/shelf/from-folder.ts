import { err, ok, type Release, type Result } from '../../engine/index.ts';
import type { Basis } from '../library/basis.ts';
import { type Finding, found, inFile } from '../library/finding.ts';
import { type Placed, placedOf, textsIn } from '../library/folder.ts';
import type { Library, Version } from '../library/library.ts';
import { casesFileOf, libraryOf, shelved } from '../library/open.ts';
import { readVersion } from '../library/read-version.ts';
import { releasesIn } from '../library/releases.ts';
import type { Store } from '../store/store.ts';
import { fill, openTexts, textsByFile } from './seed.ts';
import { publishSuperseded, readSuperseded, SUPERSEDED, type Superseded } from './superseded.ts';

/** All that a folder of rulesets holds, checked whole, and its texts. */
export interface Folder {
  readonly library: Library;
  readonly texts: ReadonlyMap<string, string>;
  readonly superseded: readonly Superseded[];
}

/** `england/tiny/1.0.0.json` as `tiny@1.0.0`. */
function idOf({ file }: Placed): string {
  const [, ruleset = '', last = ''] = file.split('/');
  return `${ruleset}@${last.replace(/(\.cases)?\.json$/, '')}`;
}

/** The contents that a version takes: those now, but for the superseded ones that it rests on. */
function basisFor(id: string, now: Basis, superseded: readonly Superseded[]): Basis {
  const pinned = superseded.filter(({ versions }) => versions.includes(id)).map(({ holds }) => holds);
  return {
    vocabularies: new Map([now, ...pinned].flatMap(({ vocabularies }) => [...vocabularies])),
    calendars: new Map([now, ...pinned].flatMap(({ calendars }) => [...calendars])),
  };
}

/** The releases of all versions but these. */
function withoutReleases(placed: Placed, ids: ReadonlySet<string>): Placed {
  if (placed.kind !== 'releases' || !placed.read.ok) return placed;
  // because what is wrong with the document was found before
  const { releases, ...rest } = placed.read.value as { readonly releases: readonly Release[] };
  const others = releases.filter(({ ruleset, version }) => !ids.has(`${ruleset}@${version}`));
  return { ...placed, read: ok({ ...rest, releases: others }) };
}

interface Parts {
  readonly placed: readonly Placed[];
  readonly superseded: readonly Superseded[];
  readonly releases: readonly Release[];
}

/** The versions that rest on something superseded, each read with it. */
function restingVersions({ placed, superseded, releases }: Parts, now: Basis): Result<Version[], Finding[]> {
  const ids = [...new Set(superseded.flatMap(({ versions }) => versions))];
  const read = ids.map((id): Result<Version, Finding[]> => {
    const ruleset = placed.find((one) => one.kind === 'ruleset' && idOf(one) === id);
    if (ruleset === undefined) {
      const message = `there is no version \`${id}\` to rest on what was superseded`;
      return err(inFile(SUPERSEDED, [found('unknown-version', '/versions', { message })]));
    }
    const cases = placed.find(({ file }) => file === casesFileOf(ruleset.file));
    return readVersion({ ruleset, cases }, { basis: basisFor(id, now, superseded), releases });
  });
  const findings = read.flatMap((one) => (one.ok ? [] : one.error));
  return findings.length > 0 ? err(findings) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The library of a folder in which versions rest on what was superseded. */
function libraryWith(parts: Parts): Result<Library, Finding[]> {
  const { placed, superseded, releases } = parts;
  const resting = new Set(superseded.flatMap(({ versions }) => versions));
  const isResting = (one: Placed) =>
    (one.kind === 'ruleset' || one.kind === 'cases') && resting.has(idOf(one));
  const others = libraryOf(
    placed.filter((one) => !isResting(one)).map((one) => withoutReleases(one, resting)),
  );
  if (!others.ok) return others;
  const versions = restingVersions(parts, others.value.basis);
  if (!versions.ok) return versions;
  const known = [...others.value.rulesets.values()].flat().map((version) => ({
    ...version,
    releases: releases.filter(({ ruleset }) => ruleset === version.ruleset.id),
  }));
  const all = [...known, ...versions.value];
  const warnings = all.flatMap((version) => version.warnings);
  const { basis, programme } = others.value;
  return ok({ basis, programme, rulesets: shelved(all), releases, warnings });
}

/** What a folder of rulesets holds, checked whole, with what was superseded. */
export function openFolder(folder: string): Result<Folder, Finding[]> {
  const superseded = readSuperseded(folder);
  if (!superseded.ok) return superseded;
  if (superseded.value.length === 0) {
    const opened = openTexts(folder);
    return opened.ok ? ok({ ...opened.value, superseded: [] }) : opened;
  }
  const texts = textsIn(folder);
  if (!texts.ok) return texts;
  const placed = texts.value.map(placedOf);
  const releases = releasesIn(placed);
  if (!releases.ok) return releases;
  const library = libraryWith({ placed, superseded: superseded.value, releases: releases.value });
  if (!library.ok) return library;
  return ok({ library: library.value, texts: textsByFile(texts.value), superseded: superseded.value });
}

/** Fills an empty store with what a folder holds; false where something fills it already. */
export async function fillFrom(store: Store, { library, texts, superseded }: Folder): Promise<boolean> {
  await publishSuperseded(store, superseded);
  return fill(store, library, texts);
}
