import type { Claim, ClaimRun } from '../api.ts';
import { MarkTag } from '../ui/mark-tag.tsx';
import type { Tone } from '../ui/tag.tsx';

interface Look {
  readonly word: string;
  readonly meaning: string;
  readonly tone: Tone;
  readonly path: string;
}

const tick = 'M3 8.5l3.5 3.5L13 4.5';
const cross = 'M4 4l8 8M12 4l-8 8';
const arrow = 'M3 8h9M8 4l4 4-4 4';
const asked = 'M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.5M8 12.5v.5';

/** Where a run stands, in a word, and what is to be done next. */
export const runStates: Readonly<Record<ClaimRun['state'], Look>> = {
  proposing: {
    word: 'Being proposed',
    meaning: 'Its families are gone through, and what is due of each is proposed.',
    tone: 'plain',
    path: 'M8 3v5l3 2',
  },
  proposed: {
    word: 'To be audited',
    meaning: 'A sample of it is judged by somebody who did not begin it; then it is submitted.',
    tone: 'open',
    path: 'M8 3v6M8 12.5v.5',
  },
  submitted: {
    word: 'Submitted',
    meaning: 'What becomes of its claims is written down at each of them.',
    tone: 'good',
    path: tick,
  },
  withdrawn: { word: 'Withdrawn', meaning: 'None of its claims counts.', tone: 'quiet', path: cross },
};

/** How a claim stands, in a word. */
export const claimStates: Readonly<Record<Claim['state'], Look>> = {
  proposed: { word: 'Proposed', meaning: 'It has not been submitted.', tone: 'plain', path: 'M8 3v5l3 2' },
  submitted: { word: 'Submitted', meaning: 'It waits to be paid.', tone: 'plain', path: arrow },
  queried: { word: 'Queried', meaning: 'It waits for an answer.', tone: 'open', path: asked },
  'part-paid': { word: 'Part paid', meaning: 'Some of it was paid.', tone: 'open', path: 'M3 8h10' },
  paid: { word: 'Paid', meaning: 'All of it was paid.', tone: 'good', path: tick },
  'clawed-back': {
    word: 'Clawed back',
    meaning: 'It was paid and taken back.',
    tone: 'bad',
    path: 'M13 8H4M8 4L4 8l4 4',
  },
  withdrawn: { word: 'Withdrawn', meaning: 'It counts for nothing.', tone: 'quiet', path: cross },
};

export function RunStateTag(props: { readonly state: ClaimRun['state'] }) {
  const look = () => runStates[props.state];
  return <MarkTag tone={look().tone} word={look().word} path={look().path} />;
}

export function ClaimStateTag(props: { readonly state: Claim['state'] }) {
  const look = () => claimStates[props.state];
  return <MarkTag tone={look().tone} word={look().word} path={look().path} />;
}
