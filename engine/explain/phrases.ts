import type { Compiler } from '../decide/compiler.ts';
import { comparisonPhrases, settingPhrases } from '../read/comparisons.ts';
import { atLeastWords, referredText } from '../read/conditions.ts';
import { peopleWords } from '../read/people.ts';
import type { Reader } from '../read/values.ts';
import { textOf } from '../read/words.ts';

/** A compiled ruleset is a reader of itself; what it says of one thing is made once. */
function kept<K extends object, T>(make: (reader: Reader, of: K) => T) {
  const books = new WeakMap<Compiler, WeakMap<K, { readonly said: T }>>();
  return (compiler: Compiler, of: K): T => {
    const book = books.get(compiler) ?? new WeakMap<K, { readonly said: T }>();
    books.set(compiler, book);
    const entry = book.get(of) ?? { said: make(compiler, of) };
    book.set(of, entry);
    return entry.said;
  };
}

/** The reading's own words, as text: what a reason says of a rule is what the rule is read as. */
export const phrases = {
  ofComparison: kept(comparisonPhrases),
  ofSetting: kept(settingPhrases),
  ofPeople: kept((reader, members: Parameters<typeof peopleWords>[1]) =>
    textOf(peopleWords(reader, members)),
  ),
  ofAtLeast: kept((reader, condition: Parameters<typeof atLeastWords>[1]) =>
    textOf(atLeastWords(reader, condition)),
  ),
  ofReference: kept((reader, { condition }: { readonly condition: string }) =>
    referredText(reader, condition),
  ),
};
