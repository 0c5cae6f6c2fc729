import type { Replayed } from '../api.ts';
import { type ChangedInWords, changedInWords } from '../compare/changed-in-words.ts';
import type { Ruleset } from '../engine.ts';
import { counted } from '../ui/number-in-words.ts';

export type ReplayResult = Replayed['result'];
type Obstacle = Extract<Replayed, { readonly result: 'cannot-be-replayed' }>['why'];

/** Those that ask for a second look first. */
export const replayResults: readonly ReplayResult[] = [
  'different',
  'same-result-other-trace',
  'cannot-be-replayed',
  'same',
];

/** What deciding again came to, in a word or two. */
export const replayWords: Readonly<Record<ReplayResult, string>> = {
  same: 'The same',
  'same-result-other-trace': 'The same result, by another way',
  different: 'Different',
  'cannot-be-replayed': 'Cannot be decided again',
};

const obstacles: Readonly<Record<Obstacle, string>> = {
  'semantics-unsupported': 'it was decided by an engine whose meaning of rules this one does not have',
  'version-missing': 'the version that decided it is not on this server',
  'family-withheld': 'the family’s record was withheld when it was kept',
  'family-erased': 'the family was erased',
  'family-differs': 'the family that is held is not the one it was decided of',
  'family-unreadable': 'the family can no longer be read with the vocabulary of that version',
};

/** What deciding again came to, as a sentence. */
export function replayInWords(replayed: Replayed): string {
  switch (replayed.result) {
    case 'same':
      return 'Every verdict, every amount and every place of the rules came out as it was kept.';
    case 'same-result-other-trace':
      return 'Every verdict and amount is as it was kept; a place within the rules came out otherwise.';
    case 'different':
      return `${counted(replayed.changes.length, 'thing is', 'things are')} decided otherwise than it was kept.`;
    case 'cannot-be-replayed':
      return `This is so because ${obstacles[replayed.why]}.`;
  }
}

/** What is decided otherwise, by the labels of the version where it can be read. */
export function replayChanges(replayed: Replayed, ruleset: Ruleset | undefined): readonly ChangedInWords[] {
  if (replayed.result !== 'different') return [];
  return changedInWords(replayed.changes, ruleset === undefined ? [] : [ruleset]);
}
