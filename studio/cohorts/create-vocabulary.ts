import type { Answer } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** The vocabulary that families are written in: what its record types and fields are called. */
export function createVocabulary(id: () => string) {
  const { client } = useSession();
  return createAnswer(
    'vocabulary document',
    () => ({ id: id() }),
    async (param): Promise<Answer<Readonly<Record<string, unknown>>>> => {
      const response = await client.vocabularies[':id'].$get({ param });
      if (response.status === 200) return { ok: true, value: (await response.json()).document };
      return { ok: false, problem: await response.json() };
    },
  );
}
