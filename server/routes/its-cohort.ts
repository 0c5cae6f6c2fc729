import type { Context } from 'hono';
import { cohort, type Cohort } from '../cohorts/find.ts';
import { Refusal } from '../governance/refusal.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Store } from '../store/store.ts';

/** The cohort of this id of the caller’s authority. Throws a `Refusal` where it has none. */
export async function itsCohort(c: Context<ServerEnv>, store: Store, id: string): Promise<Cohort> {
  const found = await cohort(store, id, c.get('principal'));
  if (found === undefined) throw new Refusal('cohort-not-found');
  return found;
}
