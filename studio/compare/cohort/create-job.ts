import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Answer, Job } from '../../api.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';

/** Milliseconds between two looks at a comparison whose events cannot be listened to. */
const lookEvery = 1000;

export const isUnderWay = ({ state }: Job): boolean => state === 'queued' || state === 'running';

/** Listens to how a comparison goes on until it has ended. */
function listen(id: string, hear: (job: Job) => void): () => void {
  const events = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
  const told = ({ data }: MessageEvent<unknown>) => {
    // because the data of each event is the job
    if (typeof data === 'string') hear(JSON.parse(data) as Job);
  };
  events.addEventListener('progress', told);
  events.addEventListener('end', (event: MessageEvent<unknown>) => {
    events.close();
    told(event);
  });
  return () => {
    events.close();
  };
}

/**
 * One comparison, told anew while it goes on. A key in the tab goes with no event source, so that it is asked for again instead.
 */
export function createJob(id: () => string) {
  const { client, key } = useSession();
  const answer = createAnswer(
    'job',
    () => ({ id: id() }),
    async (param): Promise<Answer<Job>> => {
      const response = await client.jobs[':id'].$get({ param });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
  const [heard, setHeard] = createSignal<Job>();
  const value = createMemo(() => {
    const [asked, now] = [answer.value(), heard()];
    return now?.id === id() && (asked === undefined || isUnderWay(asked)) ? now : asked;
  });
  const goesOn = createMemo(() => {
    const now = value();
    return now !== undefined && isUnderWay(now) ? now.id : undefined;
  });
  createEffect(
    on(goesOn, (named) => {
      if (named === undefined) return;
      if (key() === undefined) onCleanup(listen(named, setHeard));
      else {
        const timer = setInterval(answer.again, lookEvery);
        onCleanup(() => {
          clearInterval(timer);
        });
      }
    }),
  );
  return { ...answer, value };
}
