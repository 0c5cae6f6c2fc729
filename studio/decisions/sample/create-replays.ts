import { createSignal, onCleanup } from 'solid-js';
import { type Client, type Problem, type Replayed, unreachable } from '../../api.ts';
import { useSession } from '../../session/session.ts';

/** So many at a time: the most that the server makes again in one call. */
const AT_ONCE = 200;

interface Came {
  /** By its record. */
  readonly results: ReadonlyMap<string, Replayed>;
  /** How many of those asked for were answered: one that is not there any more is answered by nothing. */
  readonly done: number;
  readonly problem?: Problem;
}
const nothing: Came = { results: new Map(), done: 0 };

async function some(client: Client, records: readonly string[], signal: AbortSignal) {
  const response = await client['decision-replays'].$post(
    { json: { records: [...records] } },
    { init: { signal } },
  );
  if (response.status !== 200) return { problem: await response.json() };
  return { results: (await response.json()).results };
}

/** Many kept decisions made again, a slice after another, until all are or it is cancelled. */
export function createReplays(records: () => readonly string[]) {
  const { client } = useSession();
  const [came, setCame] = createSignal<{ readonly of: readonly string[]; readonly now: Came }>();
  const [running, setRunning] = createSignal<AbortController>();
  const cancel = () => {
    running()?.abort();
    setRunning(undefined);
  };
  onCleanup(cancel);
  const start = async () => {
    const of = records();
    const stop = new AbortController();
    setRunning(stop);
    let now = nothing;
    setCame({ of, now });
    try {
      while (now.done < of.length && !stop.signal.aborted) {
        const slice = of.slice(now.done, now.done + AT_ONCE);
        const told = await some(client, slice, stop.signal);
        if (told.problem !== undefined) {
          setCame({ of, now: { ...now, problem: told.problem } });
          break;
        }
        const results = new Map([
          ...now.results,
          ...told.results.map(({ record, replayed }) => [record, replayed] as const),
        ]);
        now = { results, done: now.done + slice.length };
        setCame({ of, now });
      }
    } catch {
      if (!stop.signal.aborted) setCame({ of, now: { ...now, problem: unreachable } });
    }
    if (running() === stop) setRunning(undefined);
  };
  /** Of the records that now stand. */
  const current = () => {
    const told = came();
    return told?.of === records() ? told.now : undefined;
  };
  return { start, cancel, current, busy: () => running() !== undefined };
}
export type Replays = ReturnType<typeof createReplays>;
