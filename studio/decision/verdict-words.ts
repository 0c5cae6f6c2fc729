import type { Verdict } from '../api.ts';
import type { Tone } from '../ui/tag.tsx';

/** How each verdict reads, and the shape that stands beside the word: never colour alone. */
export const looks: Readonly<
  Record<Verdict, { readonly word: string; readonly tone: Tone; readonly path: string }>
> = {
  met: { word: 'Met', tone: 'good', path: 'M3 8.5 6.5 12 13 4.5' },
  'not-met': { word: 'Not met', tone: 'bad', path: 'M4 4 12 12M12 4 4 12' },
  unknown: { word: 'Not known', tone: 'open', path: 'M5 6a3 3 0 1 1 4.2 2.7C8.3 9.1 8 9.5 8 10.5M8 13v.5' },
  'not-applicable': { word: 'Does not apply', tone: 'quiet', path: 'M3.5 8h9' },
};

/** Every verdict by its word. */
export const verdictWords: readonly { readonly value: string; readonly text: string }[] = Object.entries(
  looks,
).map(([value, { word }]) => ({ value, text: word }));

/** What a verdict is called. */
export const verdictWord = (verdict: Verdict): string => looks[verdict].word;

export const isVerdict = (text: string): text is Verdict => Object.hasOwn(looks, text);
