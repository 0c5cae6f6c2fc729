import { createEffect, createSignal, getOwner, on } from 'solid-js';
import type { Account, Client, Draft } from '../api.ts';
import { createChecks } from './create-checks.ts';
import { createSaving } from './create-saving.ts';
import { createTexts } from './create-texts.ts';
import { createWatching } from './create-watching.ts';
import { readDraft } from './draft-calls.ts';
import type { DraftEditing, Texts } from './editing.ts';
import { vocabularyIn } from './vocabulary-in.ts';
import { type KeptTexts, keptTexts } from './kept-texts.ts';

const closed: readonly Draft['state'][] = ['released', 'discarded'];
const decided: readonly Draft['state'][] = ['submitted', 'approved'];

interface Opened {
  readonly client: Client;
  readonly account: Account;
  readonly draft: Draft;
}

/** Where the tab still has what was not saved, that, over the revision it was written over. */
function begun(
  draft: Draft,
  kept: KeptTexts | undefined,
): { readonly draft: Draft; readonly texts: Texts; readonly sent: readonly Texts[] } {
  if (kept === undefined || closed.includes(draft.state)) return { draft, texts: draft, sent: [] };
  return { draft: { ...draft, revision: kept.over }, texts: kept, sent: kept.sent };
}

/** What changes texts, while they may be changed. */
function guarded({
  mayEdit,
  change,
  write,
  undo,
  redo,
}: ReturnType<typeof createTexts> & { readonly mayEdit: () => boolean }): Pick<
  DraftEditing,
  'change' | 'write' | 'undo' | 'redo'
> {
  return {
    change: (step) => {
      if (mayEdit()) change(step);
    },
    write: (file, text) => {
      if (mayEdit()) write(file, text);
    },
    undo: () => {
      if (mayEdit()) undo();
    },
    redo: () => {
      if (mayEdit()) redo();
    },
  };
}

/** One draft that is open: its texts, what is done to them, and whether the server has them. */
export function createDraft({ client, account, draft: opened }: Opened): DraftEditing {
  const start = begun(opened, keptTexts.of(opened.id, account.id));
  const [draft, setDraft] = createSignal(start.draft);
  const [takenBack, setTakenBack] = createSignal(false);
  const texts = createTexts({ document: start.texts.document, cases: start.texts.cases }, () => Date.now());
  const saving = createSaving({
    client,
    by: account.id,
    draft,
    setDraft,
    texts: texts.texts,
    sent: start.sent,
  });
  const mayEdit = () =>
    account.permissions.includes('rulesets:draft') &&
    !closed.includes(draft().state) &&
    (takenBack() || !decided.includes(draft().state)) &&
    saving.saved().state !== 'conflict';
  const watching = createWatching({ client, draft, still: () => !saving.pending() });
  const checks = createChecks({
    client,
    draft,
    texts: texts.texts,
    vocabulary: () => vocabularyIn(texts.text('document')),
  });
  createEffect(on(texts.texts, saving.touch));
  /** The draft with other texts than those on the screen, as the server has them. */
  const take = (next: Draft) => {
    setDraft(next);
    texts.replace(next);
    setTakenBack(false);
  };
  const refresh = async () => {
    const answer = await readDraft(client, opened.id);
    if (!answer.ok) return;
    if (!saving.pending()) take(answer.value);
    else if (answer.value.revision !== draft().revision) await saving.save();
  };
  const keep = async (whose: 'mine' | 'theirs') => {
    const conflict = saving.saved();
    if (conflict.state !== 'conflict') return;
    const { revision, document, cases } = conflict.theirs;
    setDraft({ ...draft(), revision, document, cases });
    if (whose === 'theirs') texts.replace({ document, cases });
    saving.settle();
    await saving.save();
    if (whose === 'theirs') await refresh();
  };
  return {
    ...{ draft, mayEdit, takenBack, take, refresh, keep },
    ...{ text: texts.text, value: texts.value, readable: texts.readable },
    ...{ undoable: texts.undoable, redoable: texts.redoable },
    ...{ saved: saving.saved, save: saving.save },
    ...guarded({ ...texts, mayEdit }),
    owner: getOwner(),
    ...checks,
    newer: watching.others,
    takeBack: () => setTakenBack(true),
  };
}
