/** Where a draft stands. From `released` and `discarded` nothing leads away. */
export const draftStates = ['draft', 'submitted', 'approved', 'released', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

export const draftActs = ['save', 'submit', 'approve', 'send-back', 'release', 'discard'] as const;
export type DraftAct = (typeof draftActs)[number];

export type ActRefused =
  | 'draft-not-submitted'
  | 'draft-not-approved'
  | 'draft-already-submitted'
  | 'draft-already-approved'
  | 'draft-closed';

type Step = DraftState | ActRefused;

const closed = {
  save: 'draft-closed',
  submit: 'draft-closed',
  approve: 'draft-closed',
  'send-back': 'draft-closed',
  release: 'draft-closed',
  discard: 'draft-closed',
} as const;

/** What each act makes of each state, or why it is refused. */
const steps: Readonly<Record<DraftState, Readonly<Record<DraftAct, Step>>>> = {
  draft: {
    save: 'draft',
    submit: 'submitted',
    approve: 'draft-not-submitted',
    'send-back': 'draft-not-submitted',
    release: 'draft-not-approved',
    discard: 'discarded',
  },
  submitted: {
    save: 'draft',
    submit: 'draft-already-submitted',
    approve: 'approved',
    'send-back': 'draft',
    release: 'draft-not-approved',
    discard: 'discarded',
  },
  approved: {
    save: 'draft',
    submit: 'draft-already-submitted',
    approve: 'draft-already-approved',
    'send-back': 'draft',
    release: 'released',
    discard: 'discarded',
  },
  released: closed,
  discarded: closed,
};

export function isState(step: string): step is DraftState {
  return draftStates.some((state) => state === step);
}

/** The state an act leads to, or why it is refused. */
export function stepOf(state: DraftState, act: DraftAct): Step {
  return steps[state][act];
}
