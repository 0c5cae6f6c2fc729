import { type Answer, type Client, type ListedKey, unreachable } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** One’s own keys, and those one has charge of, the newest first. */
export function createKeys() {
  const { client } = useSession();
  return createAnswer(
    'keys',
    () => ({}),
    async (): Promise<Answer<readonly ListedKey[]>> => {
      const response = await client.keys.$get();
      if (response.status === 200) return { ok: true, value: (await response.json()).keys };
      return { ok: false, problem: await response.json() };
    },
  );
}

/** Revokes a key; what is wrong with that, as a sentence. */
export async function revoke(client: Client, key: string): Promise<string | undefined> {
  try {
    const response = await client.keys[':key'].$delete({ param: { key } });
    return response.status === 204 ? undefined : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}
