import type { Computed, Ruleset } from '../../engine/index.ts';
import { type Opinion, secondOpinion } from '../../engine/second-opinion.ts';
import { textIn } from '../shared-text.ts';

/** What is asked of a thread. A ruleset comes as JSON in memory that threads share: it is read once by each. */
export interface Task {
  readonly ruleset: { readonly key: number; readonly text: SharedArrayBuffer };
  /** JSON: a text is handed over many times as fast as what it says. */
  readonly computed: string;
}

/** Rulesets that families are decided under at one time are few; the one that was read first is let go. */
const KEPT = 32;
const rulesets = new Map<number, Ruleset>();

function rulesetOf({ key, text }: Task['ruleset']): Ruleset {
  const before = rulesets.get(key);
  if (before !== undefined) return before;
  // because this server wrote it, from a ruleset that was checked
  const read = JSON.parse(textIn(text)) as Ruleset;
  const [oldest] = rulesets.keys();
  if (rulesets.size >= KEPT && oldest !== undefined) rulesets.delete(oldest);
  rulesets.set(key, read);
  return read;
}

/** Runs in a worker thread. */
export default function giveOpinion({ ruleset, computed }: Task): Promise<Opinion> {
  return secondOpinion(rulesetOf(ruleset), JSON.parse(computed) as Computed);
}
