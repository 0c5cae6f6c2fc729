import type { Job } from '../../api.ts';
import { MarkTag } from '../../ui/mark-tag.tsx';
import type { Tone } from '../../ui/tag.tsx';

interface Look {
  readonly word: string;
  readonly meaning: string;
  readonly tone: Tone;
  readonly path: string;
}

/** How a comparison stands, in a word, and what the word means. */
export const jobStates: Readonly<Record<Job['state'], Look>> = {
  queued: {
    word: 'Waiting',
    meaning: 'It begins when the server has room for it.',
    tone: 'plain',
    path: 'M8 3v5l3 2',
  },
  running: {
    word: 'Under way',
    meaning: 'Its families are being decided.',
    tone: 'plain',
    path: 'M5 3l7 5-7 5z',
  },
  finished: {
    word: 'Finished',
    meaning: 'Every family was gone through.',
    tone: 'good',
    path: 'M3 8.5l3.5 3.5L13 4.5',
  },
  failed: { word: 'Failed', meaning: 'It could not be finished.', tone: 'wrong', path: 'M8 3v6M8 12.5v.5' },
  cancelled: {
    word: 'Cancelled',
    meaning: 'Nothing of it is kept.',
    tone: 'quiet',
    path: 'M4 4l8 8M12 4l-8 8',
  },
  purged: {
    word: 'Purged',
    meaning: 'The cohort was purged, and what came of it went with it.',
    tone: 'quiet',
    path: 'M3 8h10',
  },
};

export function JobStateTag(props: { readonly state: Job['state'] }) {
  const look = () => jobStates[props.state];
  return <MarkTag tone={look().tone} word={look().word} path={look().path} />;
}
