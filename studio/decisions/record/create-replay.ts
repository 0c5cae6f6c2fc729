import { createSignal } from 'solid-js';
import { type Answer, type Replayed, unreachable } from '../../api.ts';
import { useSession } from '../../session/session.ts';

/** One kept decision made again, whenever that is asked for. */
export function createReplay(record: () => string) {
  const { client } = useSession();
  const [told, setTold] = createSignal<{ readonly of: string; readonly answer: Answer<Replayed> }>();
  const [busy, setBusy] = createSignal(false);
  const ask = async (id: string): Promise<Answer<Replayed>> => {
    try {
      const response = await client.decisions[':id'].replay.$post({ param: { id }, json: {} });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    } catch {
      return { ok: false, problem: unreachable };
    }
  };
  const again = async () => {
    const id = record();
    setBusy(true);
    const answer = await ask(id);
    setBusy(false);
    setTold({ of: id, answer });
  };
  const answer = () => {
    const now = told();
    return now?.of === record() ? now.answer : undefined;
  };
  return { answer, busy, again };
}
export type Replay = ReturnType<typeof createReplay>;
