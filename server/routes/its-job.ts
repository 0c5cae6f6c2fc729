import type { Context } from 'hono';
import { type Job, jobOf } from '../jobs/find.ts';
import { Refusal } from '../governance/refusal.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Store } from '../store/store.ts';

/** The job of this id of the caller’s authority. Throws a `Refusal` where it has none. */
export async function itsJob(c: Context<ServerEnv>, store: Store, id: string): Promise<Job> {
  const found = await jobOf(store, id, c.get('principal'));
  if (found === undefined) throw new Refusal('job-not-found');
  return found;
}
