import { createMemo, createRoot, onCleanup, runWithOwner } from 'solid-js';
import { createDecided } from '../decide/create-decided.ts';
import { createJudged } from '../decide/create-judged.ts';
import { createTrial } from '../decide/create-trial.ts';
import type { DraftEditing } from '../draft/editing.ts';
import { changesBetween } from '../engine.ts';
import { createReading } from '../reading/create-reading.ts';
import { type ChangedInWords, changedInWords } from './changed-in-words.ts';
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
  const decidedBefore = createDecided({
    rules: () => {
      const read = before.value();
      return read && { key: read.key, checked: read.checked };
    },
    family: () => trial.decided.asked()?.family,
    asOf: () => trial.decided.asked()?.asOf,
    restateAttachment: () => trial.decided.asked()?.restateAttachment,
  });
  /** What is decided otherwise than before, as far as both are decided; undefined until they are. */
  const changed = createMemo((last: readonly ChangedInWords[] | undefined) => {
    const [now, was] = [judged()?.answer, decidedBefore.answer()];
    if (now === undefined || was?.kind !== 'decided') return undefined;
    const same = was.asked.family === now.asked.family && was.asked.asOf === now.asked.asOf;
    if (!same || was.asked.restateAttachment !== now.asked.restateAttachment) return last;
    const changes = changesBetween(was.judgement, now.judgement);
    return changedInWords(changes, [was.judgement, now.judgement]);
  });
  /** What the version before finds wrong with the family. */
  const mistakes = () => {
    const was = decidedBefore.answer();
    return was?.kind === 'wrong' ? was.mistakes : [];
  };
  return {
    trial,
    judged,
    from,
    changed: { value: changed, mistakes, problem: before.problem, again: before.again },
  };
}

export type Changed = ReturnType<typeof createDraftTrial>['changed'];
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
