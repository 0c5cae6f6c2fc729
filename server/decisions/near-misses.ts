import { setImmediate } from 'node:timers/promises';
import { shortOf, verdictsOnly } from '../../engine/index.ts';
import type { Library } from '../library/library.ts';
import type { KeptDecision } from './find.ts';
import { versionOfHash } from './replay.ts';

/** A kept decision in which a verdict is one condition short of being met. */
export interface NearMiss {
  readonly kept: KeptDecision;
  /** Each of them alone would be enough. */
  readonly places: readonly string[];
}

/**
 * Which of some kept decisions are one condition short of a node, and of which. Whatever else the server is asked goes on
 * between two of them. What was decided under a version that is not here is passed over.
 */
export async function nearMisses(
  library: Library,
  decisions: readonly KeptDecision[],
  node: string,
): Promise<NearMiss[]> {
  const ready = new Map<string, ReturnType<typeof shortOf>>();
  const found: NearMiss[] = [];
  for (const kept of decisions) {
    const version = versionOfHash(library, kept.versionHash);
    if (version === undefined) continue;
    const short = ready.get(kept.versionHash) ?? shortOf(version.compiled(), node);
    ready.set(kept.versionHash, short);
    const { places, rest } = kept;
    const answer = verdictsOnly.parse(JSON.parse(kept.answer));
    const enough = short({ answer, trace: { places, rest } });
    if (enough.length > 0) found.push({ kept, places: enough });
    await setImmediate();
  }
  return found;
}
