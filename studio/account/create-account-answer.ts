import type { Account, Answer } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** Who asks and what they may do, as the server says it now. */
export function createAccountAnswer() {
  const { client } = useSession();
  return createAnswer(
    'account',
    () => ({}),
    async (): Promise<Answer<Account>> => {
      const response = await client.account.$get();
      if (response.status === 200) return { ok: true, value: await response.json() };
      return { ok: false, problem: await response.json() };
    },
  );
}
