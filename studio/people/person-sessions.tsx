import { createSignal, Show } from 'solid-js';
import { SessionList } from '../account/session-list.tsx';
import { type Answer, type Client, type Person, type Session, unreachable } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { createAnswer } from '../session/create-answer.ts';
import { useSession } from '../session/session.ts';
import { Told } from '../ui/told.tsx';
import styles from './people.module.css';

/** The sessions of a person that go on, the newest first. */
function createSessions(person: () => string) {
  const { client } = useSession();
  return createAnswer(
    'sessions-of',
    () => ({ person: person() }),
    async (param): Promise<Answer<readonly Session[]>> => {
      const response = await client.people[':person'].sessions.$get({ param });
      if (response.status === 200) return { ok: true, value: (await response.json()).sessions };
      return { ok: false, problem: await response.json() };
    },
  );
}

interface Which {
  readonly person: string;
  readonly session: string;
}

/** Ends a session of a person; what became of that, as a sentence. One that has ended meanwhile is as wanted. */
async function endSession(client: Client, param: Which): Promise<string> {
  try {
    const response = await client.people[':person'].sessions[':session'].$delete({ param });
    const ended = response.status === 204 || response.status === 404;
    return ended ? 'The session has ended.' : (await response.json()).title;
  } catch {
    return unreachable.title;
  }
}

/** Where a person is signed in, and a way to end each session. */
export function PersonSessions(props: { readonly person: Person }) {
  const { client } = useSession();
  const sessions = createSessions(() => props.person.id);
  const [told, setTold] = createSignal('');
  let heading: HTMLElement | undefined;
  const end = async (session: string) => {
    setTold(await endSession(client, { person: props.person.id, session }));
    sessions.again();
    // because the button that was pressed goes with its session
    heading?.focus();
  };
  return (
    <section class={styles.part} aria-labelledby="person-sessions">
      <h2 id="person-sessions" tabindex="-1" ref={(element) => (heading = element)}>
        Where they are signed in
      </h2>
      <Told words={told()} />
      <Answered answer={sessions} waiting="Asking the server where they are signed in.">
        {(known) => (
          <Show when={known().length > 0} fallback={<p>They are signed in nowhere.</p>}>
            <SessionList sessions={known()} end="End it" onEnd={(one) => void end(one)} />
          </Show>
        )}
      </Answered>
    </section>
  );
}
