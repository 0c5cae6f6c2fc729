import {
  type Answer,
  type Client,
  type Job,
  type JobFamilies,
  type JobResults,
  type Problem,
  unreachable,
} from '../../api.ts';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';

/** Comparisons asked for at once. */
const together = 100;

interface Page {
  readonly jobs: readonly Job[];
  /** The last of them, where there are older ones. */
  readonly next: string | null;
}

/** Comparisons over cohorts, the newest first, from the one after `after` on. */
export function createJobs(after: () => string | undefined) {
  const { client } = useSession();
  const question = () => ({ limit: String(together), ...(after() === undefined ? {} : { after: after() }) });
  return createAnswer('jobs', question, async (query): Promise<Answer<Page>> => {
    const response = await client.jobs.$get({ query });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
}

/** What came of one that is finished; while none is named, nothing is asked. */
export function createResults(id: () => string | undefined) {
  const { client } = useSession();
  const question = () => {
    const named = id();
    return named === undefined ? undefined : { id: named };
  };
  return createAnswer('job results', question, async (param): Promise<Answer<JobResults>> => {
    const response = await client.jobs[':id'].results.$get({ param, query: {} });
    // because nothing but JSON was asked for
    if (response.status !== 200) return { ok: false, problem: (await response.json()) as Problem };
    return { ok: true, value: (await response.json()) as JobResults };
  });
}

/** Filters of families, as the address and the server have them. */
export type Filter = Readonly<Record<string, string>>;

/** A page of the families that a filter leaves; while nothing is to be asked, none. */
export function createComparedFamilies(
  asked: () => { readonly id: string; readonly filter: Filter } | undefined,
) {
  const { client } = useSession();
  return createAnswer('job families', asked, async ({ id, filter }): Promise<Answer<JobFamilies>> => {
    const response = await client.jobs[':id'].families.$get({ param: { id }, query: { ...filter } });
    // because nothing but JSON was asked for
    if (response.status !== 200) return { ok: false, problem: (await response.json()) as Problem };
    return { ok: true, value: (await response.json()) as JobFamilies };
  });
}

/** Cancels a comparison; what is wrong with that, as a sentence. */
export async function cancelJob(client: Client, id: string): Promise<string | undefined> {
  try {
    const response = await client.jobs[':id'].cancel.$post({ param: { id } });
    return response.status === 200 ? undefined : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}
