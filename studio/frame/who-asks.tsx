import { useLocation } from '@solidjs/router';
import { createSignal, Match, Show, Switch } from 'solid-js';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import styles from './who-asks.module.css';

/** Ends the session; the page is then loaded anew, so that nothing of it is left in the browser. */
function SignOut() {
  const { client } = useSession();
  const [failed, setFailed] = createSignal(false);
  const signOut = async () => {
    try {
      const { ok, status } = await client.sessions.current.$delete();
      if (ok || status === 401) window.location.assign('/sign-in');
      else setFailed(true);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <Button onPress={() => void signOut()}>Sign out</Button>
      <Show when={failed()}>
        <span role="alert">You are still signed in: the server did not answer.</span>
      </Show>
    </>
  );
}

/** Who is signed in, the way to their account and the way out; or by which key the server is asked. */
export function WhoAsks() {
  const { account } = useSession();
  const location = useLocation();
  return (
    <Switch>
      <Match when={account()?.kind === 'person' && account()}>
        {(person) => (
          <div class={styles.who}>
            <span>
              <span class={styles.unseen}>Signed in as </span>
              {person().name}
            </span>
            <a href="/account" aria-current={location.pathname === '/account' ? 'page' : undefined}>
              Your account
            </a>
            <SignOut />
          </div>
        )}
      </Match>
      <Match when={account()?.kind === 'key' && account()}>
        {(key) => <p class={styles.who}>With a key{key().id === '' ? '' : `: ${key().name}`}</p>}
      </Match>
    </Switch>
  );
}
