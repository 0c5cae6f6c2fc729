import { useLocation } from '@solidjs/router';
import { For } from 'solid-js';
import { createWays } from './create-ways.ts';
import { Screen } from './screen.tsx';

/** For an address that names no screen. */
export function NotFoundScreen() {
  const location = useLocation();
  const groups = createWays();
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
          <For each={groups().flatMap(({ ways }) => ways)}>
            {({ place, href, external }) => (
              <li>
                <a href={href} rel={external ? 'external' : undefined}>
                  {place}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Screen>
  );
}
