import type { ComponentProps } from 'solid-js';
import { Part } from '../editor/part.tsx';
import { createWords, WordsProvider } from './create-words.ts';

/** A part of a vocabulary that is edited, beside what is published of it. */
export function VocabularyPart(props: ComponentProps<typeof Part>) {
  return (
    <WordsProvider value={createWords()}>
      <Part {...props} />
    </WordsProvider>
  );
}
