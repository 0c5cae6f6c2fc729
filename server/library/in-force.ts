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
 * The release in force: of those with `from` on or before the day and `to` after it, the latest `from`, then the latest
 * recorded, then the last listed.
 */
export function releaseOn(releases: readonly Release[], question: ReleaseQuestion): Release | undefined {
  const { ruleset, on, knownOn } = question;
  return releases
    .filter((release) => release.ruleset === ruleset)
    .filter((release) => release.from <= on && (release.to === undefined || on < release.to))
    .filter((release) => knownOn === undefined || recordedOn(release) <= knownOn)
    .reduce<Release | undefined>(
      (best, release) => (best === undefined || outranks(release, best) ? release : best),
      undefined,
    );
}
