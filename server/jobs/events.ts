import type { Deps } from '../deps.ts';
import { type Job, jobOf } from './find.ts';
import { shownJob } from './shown.ts';

type Watching = Pick<Deps, 'store' | 'clock' | 'lifecycle' | 'jobs'>;

/** Milliseconds after which a job is looked at again, wherever it is worked at. */
const AGAIN = 1000;
/** Looks without anything new after which a word is said, so that nobody takes the connection for lost. */
const QUIET = 15;

const event = (name: string, data: unknown) =>
  Buffer.from(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/** How a job goes on, as server-sent events: each time it has come further, and its end. */
export async function* eventsOf(watching: Watching, first: Job): AsyncGenerator<Uint8Array, void> {
  const { store, jobs, lifecycle } = watching;
  let said = '';
  let quiet = 0;
  for (let job: Job | undefined = first; job !== undefined && !lifecycle.draining;) {
    const shown = await shownJob(watching, job);
    const isOver = job.endedAt !== null;
    const now = JSON.stringify(shown);
    quiet = now === said ? quiet + 1 : 0;
    if (now !== said) yield event(isOver ? 'end' : 'progress', shown);
    else if (quiet % QUIET === 0) yield Buffer.from(': still there\n\n');
    said = now;
    if (isOver) return;
    await jobs.further(AGAIN);
    job = await jobOf(store, job.id, job);
  }
}
