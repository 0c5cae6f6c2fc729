import { createSignal } from 'solid-js';
import { type Cohort, type HeldFamily, type Problem, unreachable } from '../../api.ts';
import { useSession } from '../../session/session.ts';
import { counted } from '../../ui/number-in-words.ts';
import { createTypedRows, type Pending } from './create-typed-rows.ts';

interface Mending extends Pending {
  readonly leaveOut: string[];
}

function toldOf(now: Cohort, { rows, add, leaveOut }: Mending): string {
  const out = rows.filter((row) => row.leaveOut === true).length;
  const sent = rows.length - out + add.length;
  const done = [
    ...(sent > 0 ? [`${counted(sent, 'row was', 'rows were')} sent again.`] : []),
    ...(out > 0 ? [`${counted(out, 'row was', 'rows were')} left out.`] : []),
    ...(leaveOut.length > 0 ? [`${counted(leaveOut.length, 'family was', 'families were')} left out.`] : []),
  ];
  if (now.state === 'whole')
    return [...done, 'Nothing is held aside any more: the cohort is whole.'].join(' ');
  const held = counted(now.held, 'family is', 'families are');
  return [...done, now.held > 0 ? `${held} still held aside.` : 'No family is left in it: cancel it.'].join(
    ' ',
  );
}

function refusalOf({ title, detail, findings, type }: Problem): string {
  if (type.endsWith('/cohort-changed'))
    return 'Somebody else mended rows of this cohort meanwhile, so that nothing was sent. What is held now is shown, with what you typed: look at it, and send it again.';
  const said = (findings ?? []).map(({ message }) => message).join('; ');
  return [title, detail, said].filter(Boolean).join(': ');
}

/** What is typed over rows that are held aside, and the sending of it. */
export function createMending(cohort: () => Cohort, onDone: (told: string, now: Cohort | undefined) => void) {
  const { client } = useSession();
  const typed = createTypedRows();
  const [busy, setBusy] = createSignal(false);
  const post = async (mending: Mending, families: readonly HeldFamily[]) => {
    if (busy()) return;
    setBusy(true);
    try {
      const json = { revision: cohort().revision, ...mending };
      const response = await client.cohorts[':id'].rows.$post({ param: { id: cohort().id }, json });
      if (response.status === 200) {
        const now = await response.json();
        typed.forget(families);
        onDone(toldOf(now, mending), now);
      } else onDone(refusalOf(await response.json()), undefined);
    } catch {
      onDone(unreachable.title, undefined);
    }
    setBusy(false);
  };
  return {
    ...typed,
    busy,
    send: (families: readonly HeldFamily[]) => post({ ...typed.pendingOf(families), leaveOut: [] }, families),
    leaveOut: (held: HeldFamily) =>
      post({ rows: [], add: [], leaveOut: held.family === null ? [] : [held.family] }, [held]),
  };
}

export type CohortMending = ReturnType<typeof createMending>;
