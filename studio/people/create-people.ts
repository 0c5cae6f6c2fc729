import { type Answer, type Client, type PasswordLink, type Person, unreachable } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** The people whom whoever is signed in has charge of, by name. */
export function createPeople() {
  const { client } = useSession();
  return createAnswer(
    'people',
    () => ({}),
    async (): Promise<Answer<readonly Person[]>> => {
      const response = await client.people.$get();
      if (response.status === 200) return { ok: true, value: (await response.json()).people };
      return { ok: false, problem: await response.json() };
    },
  );
}

/** A link with which a person chooses a password; it voids the one before. */
export async function passwordLink(client: Client, person: string): Promise<Answer<PasswordLink>> {
  try {
    const response = await client.people[':person']['password-link'].$post({ param: { person } });
    if (response.status === 201) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** Keeps a person out, or lets them in again; what is wrong with that, as a sentence. */
export async function letIn(client: Client, person: string, wanted: boolean): Promise<string | undefined> {
  try {
    const one = client.people[':person'];
    const response = wanted
      ? await one.enable.$post({ param: { person } })
      : await one.disable.$post({ param: { person } });
    return response.status === 200 ? undefined : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}
