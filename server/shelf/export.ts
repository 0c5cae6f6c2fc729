import { asc } from 'drizzle-orm';
import { readJson, readReleases, type Release } from '../../engine/index.ts';
import { casesFileOf } from '../library/open.ts';
import type { Store } from '../store/store.ts';
import { ownSource } from './release-source.ts';
import { contentsOf, restsOn } from './stored-library.ts';

/** A content that a version rests on and that has no place in the folder form, which holds one of each name. */
export interface Superseded {
  /** `vocabulary` or `calendar`. */
  readonly kind: string;
  readonly name: string;
  readonly hash: string;
  readonly versions: readonly string[];
}

export interface Exported {
  /** Texts by file. */
  readonly files: ReadonlyMap<string, string>;
  readonly superseded: readonly Superseded[];
}

/** What was imported first, byte for byte, and with it what was recorded since. */
function releasesText(imported: string | undefined, releases: readonly Release[]): string | undefined {
  const json = readJson(imported ?? '{"sources":{},"releases":[]}');
  const read = json.ok ? readReleases(json.value) : json;
  if (!read.ok) throw new Error('invariant: what was imported was checked');
  const { releases: before, ...rest } = read.value;
  const added = releases.slice(before.length);
  if (added.length === 0) return imported;
  const sources = { ...rest.sources, [ownSource.name]: ownSource.document };
  return `${JSON.stringify({ ...rest, sources, releases: [...before, ...added] }, null, 2)}\n`;
}

/** Everything published, as a folder of rulesets holds it. */
export async function exported(store: Store): Promise<Exported> {
  const { publishedVersion, publishedBasis, release, shelf } = store.tables;
  const [row] = await store.read((q) => q.select().from(shelf));
  const released = await store.read((q) =>
    q.select().from(release).orderBy(asc(release.entry), asc(release.place)),
  );
  const versions = await store.read((q) => q.select().from(publishedVersion));
  const bases = await store.read((q) =>
    q.select().from(publishedBasis).orderBy(asc(publishedBasis.entry), asc(publishedBasis.place)),
  );
  const current = new Map(bases.map((one) => [`${one.kind}/${one.name}`, one]));
  const listed = row?.releases ?? null;
  const textOf = await contentsOf(store, [
    ...versions.flatMap(({ document, cases }) => [document, ...(cases === null ? [] : [cases])]),
    ...[...current.values()].map(({ document }) => document),
    ...(listed === null ? [] : [listed]),
  ]);
  const files = new Map([...current.values()].map(({ file, document }) => [file, textOf(document)]));
  for (const { file, document, cases } of versions) {
    files.set(file, textOf(document));
    if (cases !== null) files.set(casesFileOf(file), textOf(cases));
  }
  // because what was released was read with this form before it was kept
  const releases = released.map(({ document }) => JSON.parse(document) as Release);
  const text = releasesText(listed === null ? undefined : textOf(listed), releases);
  if (text !== undefined) files.set('releases.json', text);
  const superseded = bases
    .filter((one) => current.get(`${one.kind}/${one.name}`)?.hash !== one.hash)
    .map(({ kind, name, hash }) => {
      const holding = versions.filter((version) => restsOn(version, { kind, name, hash }));
      return { kind, name, hash, versions: holding.map(({ id }) => id) };
    })
    .filter(({ versions: holding }) => holding.length > 0);
  return { files, superseded };
}
