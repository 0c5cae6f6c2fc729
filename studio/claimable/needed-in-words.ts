import type { Needed } from '../engine.ts';

type Way = Needed['ways'][number];
type Change = Way['evidence'][number];

const kinds = [
  ['evidence', 'Evidence to find'],
  ['progress', 'Progress needed'],
  ['time', 'Time must pass'],
  ['impossible', 'Cannot change'],
] as const;

/** What a change takes, in words. */
export type KindOfChange = (typeof kinds)[number][1];

/** The changes of one set, by what they take. */
export const changesOf = (way: Way): { readonly kind: KindOfChange; readonly change: Change }[] =>
  kinds.flatMap(([key, kind]) => way[key].map((change) => ({ kind, change })));

/** How the changes of a payment's first set hang together. */
export function neededHeadline({ ways: [first], more }: Needed): string {
  if (first === undefined)
    return more
      ? 'It would take more than can be listed.'
      : 'Nothing that was judged could meet its conditions.';
  if (!first.reachable)
    return 'Out of reach: no evidence, progress or waiting would do. Of what cannot change, it would take:';
  return changesOf(first).length === 1
    ? 'One thing stands in the way, as it is now:'
    : 'These stand in the way, all of them, as they are now:';
}
