import { createSignal, onCleanup } from 'solid-js';
import type { Client, Draft, Problem } from '../api.ts';
import { saveDraft } from './draft-calls.ts';
import type { Saved, Texts } from './editing.ts';
import { createLeaving } from './create-leaving.ts';
import { delayed } from './delayed.ts';
import { keptTexts } from './kept-texts.ts';
import { same } from './texts.ts';
import { pause, createTyping } from './create-typing.ts';
import { unansweredFrom } from './unanswered.ts';

/** Milliseconds after a failed save until it is tried again. */
const retry = 5000;

interface SavingPlan {
  readonly client: Client;
  readonly by: string;
  readonly draft: () => Draft;
  readonly setDraft: (draft: Draft) => void;
  readonly texts: () => Texts;
  /** What was sent before this page was loaded, and not answered. */
  readonly sent: readonly Texts[];
}

const signedOut =
  'nobody is signed in any more. What you typed is kept in this tab, and saved when you sign in';

/** Why a save was refused, in words. */
function whyOf({ status, title, detail }: Problem): string {
  if (status === 401) return signedOut;
  if (status === 403) return 'you may no longer write drafts. An administrator can give you the role';
  return detail === undefined ? title : `${title} (${detail})`;
}

/** Whether the same would be taken later. */
const passes = ({ status }: Problem) => status === 0 || status === 429 || status >= 500;

/** What another saved, where that is why a save was refused. */
function conflictIn(problem: Problem, over: number): Saved | undefined {
  const { status, current, keptRevision } = problem;
  if (status !== 412 || current === undefined) return undefined;
  const theirs = { ...current, by: current.by.name };
  return { state: 'conflict', over, theirs, kept: keptRevision };
}

/** Saves what is on the screen, a moment after it was changed, over the revision it was written over. */
export function createSaving({ client, by, draft, setDraft, texts, sent }: SavingPlan) {
  const { id } = draft();
  const [saved, setSaved] = createSignal<Saved>({ state: 'saved' });
  const typing = createTyping();
  let under: Promise<void> | undefined;
  const unanswered = unansweredFrom(sent);
  const pending = () => !same(texts(), draft());
  const keep = () => {
    keptTexts.keep(id, { by, over: draft().revision, ...texts(), sent: unanswered.sent() });
  };
  const refused = (problem: Problem) => {
    const conflict = conflictIn(problem, draft().revision);
    setSaved(conflict ?? { state: 'not-saved', why: whyOf(problem) });
    if (passes(problem) && !typing.left()) later.in(retry);
  };
  const saveAll = async () => {
    while (pending()) {
      setSaved({ state: 'saving' });
      const sending = texts();
      unanswered.sending(sending);
      keep();
      const answer = await saveDraft(client, { id, over: draft().revision, texts: sending });
      const own = answer.ok ? answer.value : unanswered.ownIn(answer.problem);
      if (answer.ok || answer.problem.status !== 0) unanswered.answered();
      if (own !== undefined) setDraft({ ...draft(), ...own });
      else if (!answer.ok) {
        if (answer.problem.status === 412 && (await typing.goesOn(() => !same(texts(), sending)))) continue;
        refused(answer.problem);
        return;
      }
    }
    keptTexts.forget(id);
    setSaved({ state: 'saved' });
  };
  const save = (): Promise<void> => {
    later.stop();
    if (saved().state === 'conflict') return Promise.resolve();
    under ??= saveAll().finally(() => {
      under = undefined;
    });
    return under;
  };
  // eslint-disable-next-line solid/reactivity -- because it is to read what stands there when the time comes
  const later = delayed(save);
  /** Something was typed. */
  const touch = () => {
    typing.touch();
    if (!pending()) {
      keptTexts.forget(id);
      if (under === undefined) setSaved({ state: 'saved' });
      return;
    }
    keep();
    if (saved().state === 'saved') setSaved({ state: 'saving' });
    later.in(pause);
  };
  createLeaving(pending, save);
  onCleanup(later.stop);
  return { saved, save, touch, pending, settle: () => setSaved({ state: 'saved' }) };
}
