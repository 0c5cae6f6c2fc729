import { createMemo, createRoot, createSignal, onCleanup, runWithOwner } from 'solid-js';
import { createChanged } from '../compare/create-changed.ts';
import { createJudged } from '../decide/create-judged.ts';
import { createTrial } from '../decide/create-trial.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { createReading } from '../reading/create-reading.ts';
import { createDraftRules } from './create-draft-rules.ts';

/** A family tried under a draft, and under the version that the draft was made from. */
function createDraftTrial(editing: DraftEditing, end: () => void) {
  const rules = createDraftRules(editing);
  const trial = createTrial(end, rules);
  const judged = createJudged(trial);
  const from = createMemo(() => {
    const { id, version } = editing.draft().basedOn ?? { id: '', version: null };
    return version === null ? undefined : { id, version };
  });
  const before = createReading(() => from());
  const [wantsCauses, setWantsCauses] = createSignal(false);
  const changed = createChanged({ trial, judged, before, restatesBoth: true, wantsCauses });
  return {
    trial,
    judged,
    from,
    changed,
    wantsCauses,
    /** Asks which edits cause what the draft changes, from now on. */
    askCauses: () => setWantsCauses(true),
  };
}

export type DraftTrial = ReturnType<typeof createDraftTrial>;

const trials = new WeakMap<DraftEditing, DraftTrial>();

/** The trial of an open draft: it outlives the part in which it is made, so that whoever goes on to edit finds it again. */
export function draftTrialOf(editing: DraftEditing): DraftTrial {
  const held = trials.get(editing);
  if (held !== undefined) return held;
  const made = createRoot((end) => {
    // because what decides is a worker, which has to end with the draft
    runWithOwner(editing.owner, () => onCleanup(end));
    return createDraftTrial(editing, end);
  }, editing.owner);
  trials.set(editing, made);
  return made;
}
