import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { draftAddress } from '../addresses.ts';
import { useSession } from '../session/session.ts';
import { beginDraft, type Beginning } from './begin-draft.ts';

/** Begins a draft by a button, and opens it. */
export function createBegun() {
  const { client } = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = createSignal(false);
  const [wrong, setWrong] = createSignal<string>();
  const begin = async (from: Beginning) => {
    setBusy(true);
    const begun = await beginDraft(client, from);
    setBusy(false);
    if (begun.ok) navigate(draftAddress(begun.value.id));
    else setWrong(begun.problem.detail ?? begun.problem.title);
  };
  return { busy, wrong, begin };
}
