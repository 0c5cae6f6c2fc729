import { nearest } from '../suggest.ts';

/** No ruleset that people wrote has more of one kind, and each costs as much as comparing two words. */
const mostNames = 400;

/**
 * Looks for the nearest of some names, whatever order they come in: the order of an object's keys must not show in a
 * finding. Of very many names none is suggested.
 */
export function near(word: string, names: () => Iterable<string>): () => string | undefined {
  return () => {
    const known = [...names()];
    return known.length > mostNames ? undefined : nearest(word, known.toSorted());
  };
}
