import type { Answer, Changes } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** Which two versions of one ruleset. */
export interface Pair {
  readonly id: string;
  readonly was: string;
  readonly now: string;
}

/** The edits between two versions, as the server says them. */
export function createChanges(pair: () => Pair) {
  const { client } = useSession();
  return createAnswer('changes', pair, async ({ id, was, now }): Promise<Answer<Changes>> => {
    const between = client.rulesets[':id'].versions[':a']['changes-to'][':b'];
    const response = await between.$get({ param: { id, a: was, b: now } });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
}
