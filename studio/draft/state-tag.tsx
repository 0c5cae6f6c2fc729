import type { Draft } from '../api.ts';
import { MarkTag } from '../ui/mark-tag.tsx';
import type { Tone } from '../ui/tag.tsx';

/** Where a draft stands, in a word, and what the word means. */
export const states: Readonly<
  Record<Draft['state'], { readonly word: string; readonly meaning: string; readonly path: string }>
> = {
  draft: { word: 'Draft', meaning: 'it is being written', path: 'M3 13l1-4 7-7 3 3-7 7-4 1z' },
  submitted: { word: 'Submitted', meaning: 'it waits for approval', path: 'M8 13V3M4 7l4-4 4 4' },
  approved: { word: 'Approved', meaning: 'it can be released', path: 'M3 8.5l3.5 3.5L13 4.5' },
  released: { word: 'Released', meaning: 'it is a version, for good', path: 'M3 4h10v9H3zM6 8l2 2 3-4' },
  discarded: {
    word: 'Discarded',
    meaning: 'it is kept to be read, and no longer changes',
    path: 'M4 4l8 8M12 4l-8 8',
  },
};

const tones: Readonly<Record<Draft['state'], Tone>> = {
  draft: 'plain',
  submitted: 'open',
  approved: 'good',
  released: 'good',
  discarded: 'quiet',
};

export function StateTag(props: { readonly state: Draft['state'] }) {
  const look = () => states[props.state];
  return <MarkTag tone={tones[props.state]} word={look().word} path={look().path} />;
}
