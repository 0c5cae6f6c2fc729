import { Piscina } from 'piscina';
import type { Ruleset } from '../../engine/index.ts';
import type { Opinion } from '../../engine/second-opinion.ts';
import type { SecondOpinion } from '../library/agreed.ts';
import { sharedText } from '../shared-text.ts';
import type { Task } from './worker.ts';

/** Second opinions given in threads of their own, so that a long one keeps nobody else waiting. */
export interface Opinions {
  readonly secondOpinion: SecondOpinion;
  readonly close: () => Promise<void>;
}

/** The worker lies beside this file in the sources, and beside the bundle once built. */
function workerFile(): string {
  const source = import.meta.url.endsWith('.ts');
  return new URL(source ? './worker-from-source.mjs' : './opinion-worker.js', import.meta.url).href;
}

/** Starts the first of up to `most` threads; they last until they are closed. */
export function createOpinions(most: number): Opinions {
  const pool = new Piscina<Task, Opinion>({ filename: workerFile(), minThreads: 1, maxThreads: most });
  const shared = new WeakMap<Ruleset, Task['ruleset']>();
  let rulesets = 0;
  const sharedOf = (ruleset: Ruleset): Task['ruleset'] => {
    const before = shared.get(ruleset);
    if (before !== undefined) return before;
    rulesets += 1;
    const made = { key: rulesets, text: sharedText(JSON.stringify(ruleset)) };
    shared.set(ruleset, made);
    return made;
  };
  return {
    secondOpinion: (ruleset, computed) =>
      pool.run({ ruleset: sharedOf(ruleset), computed: JSON.stringify(computed) }),
    close: () => pool.close({ force: true }),
  };
}
