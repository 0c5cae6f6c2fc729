import { releaseOn } from '../library/in-force.ts';
import type { Library, Version } from '../library/library.ts';
import { opened } from './opened.ts';
import type { Outcome } from './problem.ts';

export interface RulesetsOptions {
  readonly rulesets: string;
  /** Civil day; absent, nothing is said of what is in force. */
  readonly on?: string | undefined;
}

function described(library: Library, id: string, versions: readonly Version[]) {
  return {
    id,
    versions: versions.map(({ ruleset, hash, file, cases }) => ({
      version: ruleset.version,
      hash,
      title: ruleset.title,
      jurisdiction: ruleset.jurisdiction,
      programme: ruleset.programme,
      phase: ruleset.phase,
      vocabulary: ruleset.vocabulary,
      file,
      cases: cases?.cases.length ?? 0,
    })),
    releases: library.releases
      .filter(({ ruleset }) => ruleset === id)
      .map(({ version, from, to, recordedOn, source, note }) => ({
        version,
        from,
        to,
        recordedOn,
        source,
        note,
      })),
  };
}

/** What there is, and what is in force on a day where one is asked. */
export function rulesetsCommand({ rulesets: folder, on }: RulesetsOptions): Outcome {
  const library = opened(folder);
  if (!library.ok) return library.error;
  const rulesets = [...library.value.rulesets].map(([id, versions]) => {
    const all = described(library.value, id, versions);
    if (on === undefined) return all;
    const { version } = releaseOn(library.value.releases, { ruleset: id, on }) ?? {};
    const hash = versions.find(({ ruleset }) => ruleset.version === version)?.hash;
    return { ...all, inForce: version === undefined ? null : { version, hash } };
  });
  return { exit: 0, output: { folder, ...(on === undefined ? {} : { on }), rulesets } };
}
