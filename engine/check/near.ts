import { nearest } from '../suggest.ts';

/** The nearest of some names, whatever order they come in: the order of an object's keys must not show in a finding. */
export function near(word: string, names: Iterable<string>): string | undefined {
  return nearest(word, [...names].toSorted());
}
