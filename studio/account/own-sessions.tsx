import { createSignal, Show } from 'solid-js';
import type { Session } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { Told } from '../ui/told.tsx';
import styles from './account.module.css';
import type { createOwnSessions } from './create-own-sessions.ts';
import { endOthers, endOwn } from './create-own-sessions.ts';
import { SessionList } from './session-list.tsx';

const alone = (sessions: readonly Session[]) => sessions.every(({ current }) => current);

/** Where one is signed in, and the way out of each. */
export function OwnSessions(props: { readonly sessions: ReturnType<typeof createOwnSessions> }) {
  const { client } = useSession();
  const [told, setTold] = createSignal('');
  let heading: HTMLElement | undefined;
  const end = async (ending: Promise<string>) => {
    setTold(await ending);
    props.sessions.again();
    // because the button that was pressed goes with its session
    heading?.focus();
  };
  return (
    <section class={styles.part} aria-labelledby="account-sessions">
      <h2 id="account-sessions" tabindex="-1" ref={(element) => (heading = element)}>
        Where you are signed in
      </h2>
      <p>A session is over 60 minutes after it was last used. If you do not know one of these, end it.</p>
      <Told words={told()} />
      <Answered answer={props.sessions} waiting="Asking the server where you are signed in.">
        {(known) => (
          <>
            <SessionList sessions={known()} end="End it" onEnd={(one) => void end(endOwn(client, one))} />
            <Show when={!alone(known())} fallback={<p>You are signed in nowhere else.</p>}>
              <div>
                <Button onPress={() => void end(endOthers(client))}>Sign out everywhere else</Button>
              </div>
            </Show>
          </>
        )}
      </Answered>
    </section>
  );
}
