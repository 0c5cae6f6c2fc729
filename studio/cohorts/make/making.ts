import { type RateName, syntheticFamilies, syntheticProfiles, withRates } from '../../engine.ts';

/** Synthetic families that are to be made. */
export interface Wanted {
  readonly profile: string;
  readonly seed: number;
  readonly families: number;
  /** The last day of which anything is known of them: `2020-10-01`. */
  readonly drawnOn: string;
  readonly rates: readonly (readonly [RateName, number])[];
}

/** Families written together. */
const together = 200;

/** How many are made so far, and the lines of those that were made last. */
export interface MadeSoFar {
  readonly made: number;
  readonly lines: string;
}

/** The families, one a line of JSON, some at a time. The same is made of the same, on every machine. */
export function* linesOf({ profile, seed, families, drawnOn, rates }: Wanted): Generator<MadeSoFar, void> {
  const named = syntheticProfiles.find(({ id }) => id === profile);
  if (named === undefined) throw new Error('invariant: a profile that there is was chosen');
  const familyAt = syntheticFamilies({ ...withRates(named, new Map(rates)), drawnOn }, seed);
  for (let from = 0; from < families; from += together) {
    const to = Math.min(families, from + together);
    let lines = '';
    for (let index = from; index < to; index += 1) lines += `${JSON.stringify(familyAt(index))}\n`;
    yield { made: to, lines };
  }
}
