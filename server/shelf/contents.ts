import { and, asc, eq } from 'drizzle-orm';
import type { ContentKind } from '../library/content-kinds.ts';
import { documentIn } from '../library/document-text.ts';
import type { Store } from '../store/store.ts';
import { contentsOf, restsOn } from './stored-library.ts';

/** One published content, and what rests on it. */
export interface Content {
  readonly hash: string;
  /** Whether new versions take it. */
  readonly current: boolean;
  readonly publishedAt: string;
  readonly by: { readonly actor: string; readonly name: string };
  readonly document: Readonly<Record<string, unknown>>;
  readonly dependents: readonly {
    readonly ruleset: string;
    readonly version: string;
    readonly hash: string;
  }[];
}

/** Every content that was published under a name, the first first. */
export async function publishedContents(store: Store, kind: ContentKind, name: string): Promise<Content[]> {
  const { publishedBasis, publishedVersion } = store.tables;
  const rows = await store.read((q) =>
    q
      .select()
      .from(publishedBasis)
      .where(and(eq(publishedBasis.kind, kind), eq(publishedBasis.name, name)))
      .orderBy(asc(publishedBasis.entry), asc(publishedBasis.place)),
  );
  const versions = await store.read((q) =>
    q.select().from(publishedVersion).orderBy(asc(publishedVersion.id)),
  );
  const textOf = await contentsOf(
    store,
    rows.map(({ document }) => document),
  );
  return rows.map((row, at) => {
    const rests = versions.filter((version) => restsOn(version, { kind, name, hash: row.hash }));
    const read = documentIn(textOf(row.document));
    if (!read.ok) throw new Error('invariant: what is published can be read');
    return {
      hash: row.hash,
      current: at === rows.length - 1,
      publishedAt: row.at,
      by: { actor: row.actor, name: row.actorName },
      // because it was checked before it was published
      document: read.value as Record<string, unknown>,
      dependents: rests.map(({ ruleset, version, hash }) => ({ ruleset, version, hash })),
    };
  });
}
