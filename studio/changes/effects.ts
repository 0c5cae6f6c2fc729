import type { Edit } from '../api.ts';

export type Effect = Edit['effect'];

/** How each effect reads: a word, what it means, and the shape beside the word. */
export const effects: Readonly<
  Record<Effect, { readonly word: string; readonly meaning: string; readonly path: string }>
> = {
  looser: {
    word: 'Looser',
    meaning: 'taken alone, it can only let more in or pay more',
    path: 'M8 13V3M4 7l4-4 4 4',
  },
  tighter: {
    word: 'Tighter',
    meaning: 'taken alone, it can only let fewer in or pay less',
    path: 'M8 3v10M4 9l4 4 4-4',
  },
  neither: {
    word: 'Neither',
    meaning: 'it may do the one for some families and the other for others, or that cannot be said for sure',
    path: 'M3 6h10M3 10h10',
  },
  wording: {
    word: 'Wording only',
    meaning: 'no verdict and no amount can change',
    path: 'M3 5h10M3 8h10M3 11h6',
  },
};

export const effectNames: readonly Effect[] = ['looser', 'tighter', 'neither', 'wording'];

export const isEffect = (word: string | undefined): word is Effect => effectNames.some((one) => one === word);
