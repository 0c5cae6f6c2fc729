import { createEffect, onCleanup } from 'solid-js';
import {
  type Answer,
  type Client,
  type Cohort,
  type CohortTables,
  type ListedCohort,
  unreachable,
} from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** Cohorts asked for at once. */
const together = 200;

interface Page {
  readonly cohorts: readonly ListedCohort[];
  /** The last of them, where there are older ones. */
  readonly next: string | null;
}

/** The cohorts of the authority of whoever asks, the newest first, from the one after `after` on. */
export function createCohorts(after: () => string | undefined) {
  const { client } = useSession();
  const question = () => ({ limit: String(together), ...(after() === undefined ? {} : { after: after() }) });
  return createAnswer('cohorts', question, async (query): Promise<Answer<Page>> => {
    const response = await client.cohorts.$get({ query });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
}

/** Milliseconds between two looks at a cohort that is being received. */
const lookEvery = 1500;

/** One cohort, asked for again by itself while it is being received. */
export function createCohort(id: () => string) {
  const { client } = useSession();
  const answer = createAnswer(
    'cohort',
    () => ({ id: id() }),
    async (param): Promise<Answer<Cohort>> => {
      const response = await client.cohorts[':id'].$get({ param });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
  createEffect(() => {
    if (answer.value()?.state !== 'receiving') return;
    const timer = setInterval(answer.again, lookEvery);
    onCleanup(() => {
      clearInterval(timer);
    });
  });
  return answer;
}

/** The tables that families can be sent in, of a vocabulary; while none is named, nothing is asked. */
export function createTables(vocabulary: () => string | undefined) {
  const { client } = useSession();
  const question = () => {
    const named = vocabulary();
    return named === undefined ? undefined : { vocabulary: named };
  };
  return createAnswer('cohort tables', question, (query) => tablesOf(client, query));
}

/** The same of the vocabulary that the server takes where none is named. */
export function createAnyTables() {
  const { client } = useSession();
  return createAnswer(
    'cohort tables',
    () => ({}),
    () => tablesOf(client, {}),
  );
}

async function tablesOf(
  client: Client,
  query: { readonly vocabulary?: string },
): Promise<Answer<CohortTables>> {
  const response = await client['cohort-templates'].$get({ query });
  if (response.status === 200) return { ok: true, value: await response.json() };
  return { ok: false, problem: await response.json() };
}

/** Cancels or purges a cohort; what is wrong with that, as a sentence. */
export async function removeCohort(client: Client, id: string): Promise<string | undefined> {
  try {
    const response = await client.cohorts[':id'].$delete({ param: { id } });
    return response.status === 200 ? undefined : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}
