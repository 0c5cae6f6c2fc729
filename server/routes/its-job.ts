import type { Context } from 'hono';
import { type Job, jobOf } from '../jobs/find.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../governance/refusal.ts';
import type { ServerEnv } from '../request-context.ts';
import { type Asked, askJob } from '../jobs/ask.ts';
import { shownJob } from '../jobs/shown.ts';
import type { Store } from '../store/store.ts';

/** The job of this id of the caller’s authority. Throws a `Refusal` where it has none. */
export async function itsJob(c: Context<ServerEnv>, store: Store, id: string): Promise<Job> {
  const found = await jobOf(store, id, c.get('principal'));
  if (found === undefined) throw new Refusal('job-not-found');
  return found;
}

/** Asks for a job, and says what to answer; undefined where the caller may not read cohorts. */
export async function jobAsked(c: Context<ServerEnv>, deps: Deps, asked: Asked) {
  const principal = c.get('principal');
  if (!principal.permissions.has('cohorts:read')) return undefined;
  const { store, shelf, ids } = deps;
  const job = await askJob({ store, principal, library: await shelf.current(), id: ids() }, asked);
  deps.jobs.wake();
  const headers = { 'Cache-Control': 'no-store', Location: `/api/v1/jobs/${job.id}` };
  return [await shownJob(deps, job), 202, headers] as const;
}
