import type { ListedCohort } from '../api.ts';
import { MarkTag } from '../ui/mark-tag.tsx';
import type { Tone } from '../ui/tag.tsx';

type State = ListedCohort['state'];

interface Look {
  readonly word: string;
  /** What that means for whoever wants to use it. */
  readonly meaning: string;
  readonly tone: Tone;
  readonly path: string;
}

/** Where a cohort stands, in a word, and what the word means. */
export const states: Readonly<Record<State, Look>> = {
  receiving: {
    word: 'Being received',
    meaning: 'It is still on its way. It can be used once all of it is here.',
    tone: 'plain',
    path: 'M8 3v9M4 8l4 4 4-4',
  },
  open: {
    word: 'Rows to mend',
    meaning: 'Some rows are held aside. It can be used once each is mended or left out.',
    tone: 'open',
    path: 'M8 3v6M8 12.5v.5',
  },
  whole: {
    word: 'Whole',
    meaning: 'Every row that was sent is in it or was left out on purpose. It can be used.',
    tone: 'good',
    path: 'M3 8.5l3.5 3.5L13 4.5',
  },
  cancelled: {
    word: 'Cancelled',
    meaning: 'It never was whole, and nothing of it is kept.',
    tone: 'quiet',
    path: 'M4 4l8 8M12 4l-8 8',
  },
  purged: {
    word: 'Purged',
    meaning: 'Its families are deleted. Its hash and what was counted are kept.',
    tone: 'quiet',
    path: 'M3 8h10',
  },
};

export function CohortStateTag(props: { readonly state: State }) {
  const look = () => states[props.state];
  return <MarkTag tone={look().tone} word={look().word} path={look().path} />;
}
