import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { screens } from '../screens.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Screen } from './screen.tsx';

/** For an address that names no screen. */
export function NotFoundScreen() {
  const location = useLocation();
  const { account } = useSession();
  return (
    <Screen title="Page not found" wrong>
      <p>
        There is no page at <code>{location.pathname}</code>. If the address was typed, look for a slip; if it
        was pasted, whether the whole of it was.
      </p>
      <div>
        <p>There are:</p>
        <ul>
          <li>
            <a href="/">Home</a>
          </li>
          <For each={screens}>
            {({ path, navigation, needs }) => (
              <Show when={mayOpen(needs, account()) && navigation}>
                <li>
                  <a href={path}>{navigation}</a>
                </li>
              </Show>
            )}
          </For>
        </ul>
      </div>
    </Screen>
  );
}
