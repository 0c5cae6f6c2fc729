import type { Answer, KeptDecision, KeptDecisions } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import type { questionOf } from './filter/filter.ts';

type Question = ReturnType<typeof questionOf> & { readonly limit?: string; readonly cursor?: string };

/** A page of the kept decisions that a question means, and how many there are. */
export function createKept(question: () => Question | undefined) {
  const { client } = useSession();
  return createAnswer('kept decisions', question, async (query): Promise<Answer<KeptDecisions>> => {
    const response = await client.decisions.$get({ query });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
}

/** One kept decision. */
export function createKeptDecision(id: () => string) {
  const { client } = useSession();
  const question = () => ({ id: id() });
  return createAnswer('kept decision', question, async (param): Promise<Answer<KeptDecision>> => {
    const response = await client.decisions[':id'].$get({ param });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
}
