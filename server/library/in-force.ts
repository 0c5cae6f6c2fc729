import type { Release } from '../../engine/index.ts';

export interface ReleaseQuestion {
  readonly ruleset: string;
  readonly on: string;
  /** Releases recorded after this day are not seen; absent, every release is. */
  readonly knownOn?: string | undefined;
}

/** The day a release was recorded: its `from` where it does not say. */
export function recordedOn(release: Release): string {
  return release.recordedOn ?? release.from;
}

/** Civil days in ISO form order as text. */
function outranks(release: Release, other: Release): boolean {
  if (release.from !== other.from) return release.from > other.from;
  return recordedOn(release) >= recordedOn(other);
}

/**
 * The releases known on a day, in the order in which they are listed, as the withdrawals known that day leave them: a
 * withdrawal ends what is listed before it and begins before its day, and leaves out what begins later.
 */
export function standing(
  releases: readonly Release[],
  { ruleset, knownOn }: Pick<ReleaseQuestion, 'ruleset' | 'knownOn'>,
): Release[] {
  const known = releases.filter(
    (release) => release.ruleset === ruleset && (knownOn === undefined || recordedOn(release) <= knownOn),
  );
  return known.flatMap((release, at) => {
    if (release.withdraws === true) return [];
    const ends = known
      .slice(at + 1)
      .filter((later) => later.withdraws === true && later.version === release.version)
      .map(({ from }) => from);
    const to = [release.to, ...ends].reduce((first, day) =>
      first === undefined || (day !== undefined && day < first) ? day : first,
    );
    if (to === undefined || to === release.to) return [release];
    return to > release.from ? [{ ...release, to }] : [];
  });
}

/**
 * The release in force: of those with `from` on or before the day and `to` after it, the latest `from`, then the latest
 * recorded, then the last listed.
 */
export function releaseOn(releases: readonly Release[], question: ReleaseQuestion): Release | undefined {
  const { on } = question;
  return standing(releases, question)
    .filter((release) => release.from <= on && (release.to === undefined || on < release.to))
    .reduce<Release | undefined>(
      (best, release) => (best === undefined || outranks(release, best) ? release : best),
      undefined,
    );
}

/** The first day after one on which another version is in force, or none is any more; undefined where nothing changes. */
export function nextChange(
  releases: readonly Release[],
  question: ReleaseQuestion,
): { readonly on: string; readonly release: Release | undefined } | undefined {
  const { on } = question;
  const days = standing(releases, question).flatMap(({ from, to }) =>
    to === undefined ? [from] : [from, to],
  );
  const now = releaseOn(releases, question)?.version;
  const later = [...new Set(days)].filter((day) => day > on).sort();
  for (const day of later) {
    const release = releaseOn(releases, { ...question, on: day });
    if (release?.version !== now) return { on: day, release };
  }
  return undefined;
}
