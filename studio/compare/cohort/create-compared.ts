import { createMemo } from 'solid-js';
import type { ComparedVersion, Job } from '../../api.ts';
import { versionName } from './comparison-in-words.ts';
import { createJob } from './create-job.ts';
import { createRulesCompared } from './create-rules-compared.ts';

/** Two neighbouring versions of a comparison. */
export interface PairAsked {
  readonly at: number;
  readonly left: ComparedVersion;
  readonly right: ComparedVersion;
}

/** The versions of a pair by its number; undefined where there is none. */
export function pairOf({ question: { versions } }: Job, text: string | undefined): PairAsked | undefined {
  const at = /^\d$/.test(text ?? '') ? Number(text) : 0;
  const [left, right] = [versions[at], versions[at + 1]];
  return left === undefined || right === undefined ? undefined : { at, left, right };
}

/** A pair of versions of a comparison, by the address: its job, its names, and what the page can read of both. */
export function createCompared(id: () => string, pairText: () => string | undefined) {
  const job = createJob(id);
  const pair = createMemo(() => {
    const now = job.value();
    return now && pairOf(now, pairText());
  });
  const rules = createRulesCompared(() => {
    const now = pair();
    return now && [now.left, now.right];
  });
  return {
    job,
    pair,
    rules,
    before: () => {
      const now = pair();
      return now === undefined ? '' : versionName(now.left);
    },
    after: () => {
      const now = pair();
      return now === undefined ? '' : versionName(now.right);
    },
  };
}
