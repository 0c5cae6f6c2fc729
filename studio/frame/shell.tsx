import { type RouteSectionProps, useIsRouting } from '@solidjs/router';
import { createUniqueId, ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import { createFocus } from './create-focus.ts';
import { createWays } from './create-ways.ts';
import type { WayGroup } from './navigation.ts';
import styles from './shell.module.css';
import { WhoAsks } from './who-asks.tsx';

/** Whether a screen is open, or one below it. */
function currency(path: string, open: string): 'page' | 'true' | undefined {
  if (open === path) return 'page';
  return open.startsWith(`${path}/`) ? 'true' : undefined;
}

function Group(props: { readonly group: WayGroup; readonly open: string }) {
  const id = createUniqueId();
  return (
    <li class={styles.group}>
      <span id={id} class={styles.groupName}>
        {props.group.name}
      </span>
      <ul class={styles.ways} aria-labelledby={id}>
        <For each={props.group.ways}>
          {({ place, href, external }) => (
            <li>
              <a
                href={href}
                rel={external ? 'external' : undefined}
                aria-current={currency(href, props.open)}
              >
                {place}
              </a>
            </li>
          )}
        </For>
      </ul>
    </li>
  );
}

function Navigation(props: { readonly open: string }) {
  const groups = createWays();
  return (
    <nav class={styles.navigation} aria-label="Studio">
      <ul class={styles.groups}>
        <For each={groups()}>{(group) => <Group group={group} open={props.open} />}</For>
      </ul>
    </nav>
  );
}

/** What stands around every screen. */
export function Shell(props: RouteSectionProps) {
  let main: HTMLElement | undefined;
  const session = useSession();
  const routing = useIsRouting();
  createFocus();
  return (
    <>
      <a
        class={styles.skip}
        href="#studio:main"
        onClick={(event) => {
          event.preventDefault();
          main?.focus();
        }}
      >
        Skip to main content
      </a>
      <header class={styles.bar}>
        <div class={styles.inner}>
          <a class={styles.name} href="/" aria-current={currency('/', props.location.pathname)}>
            Threshold
          </a>
          <WhoAsks />
          <Navigation open={props.location.pathname} />
        </div>
      </header>
      <main
        id="studio:main"
        class={styles.main}
        tabindex="-1"
        aria-busy={routing() ? 'true' : undefined}
        ref={(element) => (main = element)}
      >
        <ErrorBoundary fallback={<BrokenScreen open={props.location.pathname} />}>
          <Suspense fallback={<p role="status">Opening the screen.</p>}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <footer class={styles.bar}>
        <div class={styles.inner}>
          <span>
            A family that is tried is decided in this page. What is sent goes to this server only; cohorts are
            kept, and what is decided for claims.
          </span>
          <Show when={session.key()}>
            <Button onPress={session.forget}>Forget the key</Button>
          </Show>
        </div>
      </footer>
    </>
  );
}
