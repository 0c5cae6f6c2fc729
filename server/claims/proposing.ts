import type { SecondOpinion } from '../library/agreed.ts';
import type { Library } from '../library/library.ts';
import { resolve } from '../library/selector.ts';
import type { ProposingDeps } from './against-ledger.ts';
import { type ClaimRun, type Making, requireInForce } from './run.ts';

/** What a run is proposed and submitted with. Throws a `Refusal` where its version is no longer in force on its day. */
export function proposingOf(
  making: Making,
  { ruleset, versionHash, authority, asOf }: ClaimRun,
  { library, secondOpinion }: { readonly library: Library; readonly secondOpinion: SecondOpinion },
): ProposingDeps {
  const version = resolve(library, { id: ruleset, hash: versionHash });
  if (!version.ok) throw new Error('invariant: a version that a run was begun under is kept');
  // because it may have been withdrawn since, or another put in force for that day
  requireInForce(version.value, asOf);
  return { ...making, judging: { authority, version: version.value, asOf, secondOpinion } };
}
