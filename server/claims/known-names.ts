import type { LedgerName } from './family.ts';

/** An id by which a family is or was known, of one authority; of a former id nobody says whose it was. */
export interface KnownId {
  readonly id: string;
  readonly localAuthority: string | undefined;
}

/** The names of a family, as they are compared. */
export interface KnownNames {
  readonly ids: readonly KnownId[];
  readonly children: ReadonlySet<string>;
}

export function knownNames(names: readonly LedgerName[], localAuthority: string): KnownNames {
  return {
    ids: names.flatMap(({ kind, name }): KnownId[] =>
      kind === 'person' ? [] : [{ id: name, localAuthority: kind === 'family' ? localAuthority : undefined }],
    ),
    children: new Set(names.flatMap(({ kind, name }) => (kind === 'person' ? [name] : []))),
  };
}

/** Whether two may be the same id: the ids of two authorities may be alike, and are not the same. */
const maySame = (one: KnownId, other: KnownId) =>
  one.id === other.id &&
  (one.localAuthority === undefined ||
    other.localAuthority === undefined ||
    one.localAuthority === other.localAuthority);

export function idsMeet(one: readonly KnownId[], other: readonly KnownId[]): boolean {
  return one.some((here) => other.some((there) => maySame(here, there)));
}

/** Ids of one family, and all that are linked to one of them, however many steps away. */
export function linkedIds(
  ids: readonly KnownId[],
  linksOf: ReadonlyMap<string, readonly (readonly KnownId[])[]>,
): readonly KnownId[] {
  const all = new Map<string, KnownId>();
  const left = [...ids];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const key = JSON.stringify([one.id, one.localAuthority]);
    if (all.has(key)) continue;
    all.set(key, one);
    for (const link of linksOf.get(one.id) ?? []) if (idsMeet([one], link)) left.push(...link);
  }
  return [...all.values()];
}
