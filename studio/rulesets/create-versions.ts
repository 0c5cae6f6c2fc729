import type { Answer, Versions } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** The versions of a ruleset, with when each is in force. */
export function createVersions(id: () => string) {
  const { client } = useSession();
  return createAnswer(
    'versions',
    () => ({ id: id() }),
    async ({ id: ruleset }): Promise<Answer<Versions>> => {
      const response = await client.rulesets[':id'].versions.$get({ param: { id: ruleset } });
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
}
