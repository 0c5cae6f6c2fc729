import type { Deps } from '../deps.ts';
import type { Draft } from '../governance/draft.ts';
import { Refusal } from '../governance/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import { askJob } from '../jobs/ask.ts';
import type { Job } from '../jobs/find.ts';
import { weighingVersions } from './weighed.ts';

type Asking = Pick<Deps, 'store' | 'shelf' | 'ids' | 'jobs'>;

/**
 * Has what is submitted compared, over the cohort that its author named, with the version it was made from. Throws a
 * `Refusal` where none is named, or where the cohort is none of the caller’s authority or is not whole.
 */
export async function askWeighing(deps: Asking, principal: Principal, draft: Draft): Promise<Job> {
  const { cohort, asOf } = draft.submission?.expectedImpact ?? {};
  if (cohort === undefined || asOf === undefined) throw new Refusal('impact-not-stated');
  const library = await deps.shelf.current();
  const asking = { store: deps.store, principal, library, id: deps.ids() };
  const versions = weighingVersions(draft, library);
  const job = await askJob(asking, { versions, cohort, asOf, causes: versions.length > 1 });
  deps.jobs.wake();
  return job;
}
