import * as z from 'zod';
import { err, nearest, ok, type Release, type Result } from '../../engine/index.ts';
import type { Library, Version } from './library.ts';
import { releaseOn } from './in-force.ts';

const id = z.string().min(1).max(80);

/**
 * Which version of a ruleset: by number or by content hash exactly, or the one in force on a day, as known now or as
 * known on an earlier day. There is no implicit latest.
 */
export const selector = z.union([
  z.strictObject({ id, version: z.string().min(1).max(40) }),
  z.strictObject({ id, hash: z.string().min(1).max(80) }),
  z.strictObject({ id, inForceOn: z.iso.date(), knownOn: z.iso.date().optional() }),
]);
export type Selector = z.infer<typeof selector>;

export interface VersionName {
  readonly version: string;
  readonly hash: string;
}

/** Why a selector names no version, with what there is instead. */
export type Unresolved =
  | {
      readonly code: 'ruleset-not-found';
      readonly message: string;
      readonly suggestion?: string;
      /** Ids of the rulesets there are. */
      readonly rulesets: readonly string[];
    }
  | {
      readonly code: 'version-not-found';
      readonly message: string;
      readonly suggestion?: string;
      readonly versions: readonly VersionName[];
    }
  | {
      readonly code: 'nothing-in-force';
      readonly message: string;
      /** Every release of the ruleset. */
      readonly releases: readonly Release[];
    };

export function namesOf(versions: readonly Version[]): VersionName[] {
  return versions.map(({ ruleset, hash }) => ({ version: ruleset.version, hash }));
}

function suggested(word: string, known: readonly string[]): { suggestion?: string } {
  const suggestion = nearest(word, known);
  return suggestion === undefined ? {} : { suggestion };
}

/** Every version of the ruleset of this id. */
export function versionsOf(library: Library, rulesetId: string): Result<readonly Version[], Unresolved> {
  const versions = library.rulesets.get(rulesetId);
  if (versions !== undefined) return ok(versions);
  const rulesets = [...library.rulesets.keys()];
  return err({
    code: 'ruleset-not-found',
    message: `there is no ruleset \`${rulesetId}\``,
    ...suggested(rulesetId, rulesets),
    rulesets,
  });
}

function noVersion(rulesetId: string, word: string, versions: readonly Version[]): Unresolved {
  const known = namesOf(versions);
  return {
    code: 'version-not-found',
    message: `ruleset \`${rulesetId}\` has no version \`${word}\``,
    ...suggested(
      word,
      known.map(({ version }) => version),
    ),
    versions: known,
  };
}

/** The one version a selector names. */
export function resolve(library: Library, wanted: Selector): Result<Version, Unresolved> {
  const found = versionsOf(library, wanted.id);
  if (!found.ok) return found;
  const versions = found.value;
  if ('hash' in wanted) {
    const version = versions.find(({ hash }) => hash === wanted.hash);
    return version === undefined ? err(noVersion(wanted.id, wanted.hash, versions)) : ok(version);
  }
  if ('version' in wanted) {
    const version = versions.find(({ ruleset }) => ruleset.version === wanted.version);
    return version === undefined ? err(noVersion(wanted.id, wanted.version, versions)) : ok(version);
  }
  const release = releaseOn(library.releases, {
    ruleset: wanted.id,
    on: wanted.inForceOn,
    knownOn: wanted.knownOn,
  });
  const version = versions.find(({ ruleset }) => ruleset.version === release?.version);
  if (version !== undefined) return ok(version);
  const known = wanted.knownOn === undefined ? '' : `, as known on \`${wanted.knownOn}\``;
  return err({
    code: 'nothing-in-force',
    message: `no version of ruleset \`${wanted.id}\` is in force on \`${wanted.inForceOn}\`${known}`,
    releases: library.releases.filter(({ ruleset }) => ruleset === wanted.id),
  });
}
