import { createResource } from 'solid-js';
import { type Answer, type Client, type Overview, type Problem, unreachable } from '../api.ts';

async function fetched(client: Client): Promise<Answer<Overview>> {
  try {
    const response = await client.rulesets.$get({ query: {} });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** What there is on the server, asked for again whenever the key changes. */
export function createOverview(client: Client, key: () => string | undefined) {
  const [answer, { refetch }] = createResource(
    () => ({ key: key() }),
    () => fetched(client),
  );
  const overview = (): Overview | undefined => {
    const told = answer.latest;
    return told?.ok ? told.value : undefined;
  };
  const problem = (): Problem | undefined => {
    const told = answer.latest;
    return told === undefined || told.ok ? undefined : told.problem;
  };
  return { overview, problem, loading: () => answer.loading, again: () => void refetch() };
}
