import { editsBetween } from '../../engine/index.ts';
import type { Version } from '../library/library.ts';
import { versionNamed } from './opened.ts';
import type { Outcome } from './problem.ts';

export interface DiffOptions {
  readonly rulesets: string;
}

const nameOf = ({ ruleset, hash }: Version) => ({ id: ruleset.id, version: ruleset.version, hash });

/** The edits between two versions, of one ruleset or of two; exit 1 where there are any. */
export function diffCommand(was: string, now: string, { rulesets: folder }: DiffOptions): Outcome {
  const before = versionNamed(was, folder);
  if (!before.ok) return before.error;
  const after = versionNamed(now, folder);
  if (!after.ok) return after.error;
  const { sharedIds, edits } = editsBetween(before.value.compiled(), after.value.compiled());
  return {
    exit: edits.length > 0 ? 1 : 0,
    output: { was: nameOf(before.value), now: nameOf(after.value), sharedIds, edits },
  };
}
