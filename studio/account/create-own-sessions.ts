import { type Answer, type Client, type Session, unreachable } from '../api.ts';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';

/** One’s own sessions that go on, the newest first, once it is known that a person asks. */
export function createOwnSessions(isPerson: () => boolean) {
  const { client } = useSession();
  return createAnswer(
    'sessions',
    () => (isPerson() ? {} : undefined),
    async (): Promise<Answer<readonly Session[]>> => {
      const response = await client.sessions.$get();
      if (response.status === 200) return { ok: true, value: (await response.json()).sessions };
      return { ok: false, problem: await response.json() };
    },
  );
}

/** Ends one of one’s own sessions; what became of that, as a sentence. One that has ended meanwhile is as wanted. */
export async function endOwn(client: Client, session: string): Promise<string> {
  try {
    const response = await client.sessions[':session'].$delete({ param: { session } });
    const ended = response.status === 204 || response.status === 404;
    return ended ? 'You are signed out there.' : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}

/** Ends all of one’s own sessions but this; what became of that, as a sentence. */
export async function endOthers(client: Client): Promise<string> {
  try {
    const response = await client.sessions.others.$delete();
    return response.status === 200 ? 'You are signed out everywhere else.' : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}
