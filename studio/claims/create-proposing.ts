import { createSignal, onCleanup } from 'solid-js';
import type { ClaimRun } from '../api.ts';
import { useSession } from '../session/session.ts';
import { proposeNext, whyRefused } from './claim-calls.ts';

/** Has a run proposed, some families after the others, until it is done, stopped or refused. */
export function createProposing(run: () => ClaimRun, onDone: () => void) {
  const { client } = useSession();
  const [busy, setBusy] = createSignal(false);
  const [latest, setLatest] = createSignal<ClaimRun>();
  const [wrong, setWrong] = createSignal<string>();
  const [going, setGoing] = createSignal(false);
  const stop = () => setGoing(false);
  onCleanup(stop);
  const start = async () => {
    if (busy()) return;
    setGoing(true);
    setWrong(undefined);
    setBusy(true);
    while (going()) {
      const after = await proposeNext(client, run().id);
      if (!after.ok) {
        setWrong(whyRefused(after.problem));
        break;
      }
      setLatest(after.value);
      if (after.value.state !== 'proposing') break;
    }
    setBusy(false);
    onDone();
  };
  return { busy, wrong, start, stop, now: () => latest() ?? run() };
}
