import type { Answer, Overview } from '../api.ts';
import { createAnswer } from './create-answer.ts';
import { useSession } from './session.ts';

/** What there is on the server, and what is in force today. */
export function createOverview() {
  const { client } = useSession();
  return createAnswer(
    'overview',
    () => ({}),
    async (): Promise<Answer<Overview>> => {
      const response = await client.rulesets.$get({ query: {} });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
}
