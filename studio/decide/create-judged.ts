import { createMemo } from 'solid-js';
import type { DecidingRules } from '../reading/read-version.ts';
import type { Answered } from './create-teller.ts';
import type { Trial } from './create-trial.ts';

/** What was decided, and all that it was decided by. */
export interface Judged {
  readonly answer: Extract<Answered, { readonly kind: 'decided' }>;
  readonly version: DecidingRules;
}

/**
 * What was decided last; nothing until the rules that are chosen have decided. What is wrong with a family takes away nothing:
 * what was decided before stays.
 */
export function createJudged(trial: Trial) {
  const judged = createMemo((before: Judged | undefined): Judged | undefined => {
    const [answer, version] = [trial.decided.answer(), trial.reading.value()];
    if (version === undefined || answer?.asked.rules !== trial.rules()?.key) return undefined;
    if (answer?.kind === 'decided') return { answer, version };
    return before?.version === version ? before : undefined;
  }, undefined);
  return judged;
}

/** What is wrong with the family as it now stands. */
export function mistakesOf(trial: Trial) {
  const answer = trial.decided.answer();
  return answer?.kind === 'wrong' && trial.decided.current() ? answer.mistakes : [];
}
