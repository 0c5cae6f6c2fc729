import { type RouteSectionProps, useIsRouting } from '@solidjs/router';
import { ErrorBoundary, For, Show, Suspense } from 'solid-js';
import { screens } from '../screens.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { BrokenScreen } from './broken-screen.tsx';
import { createFocus } from './create-focus.ts';
import styles from './shell.module.css';
import { WhoAsks } from './who-asks.tsx';

/** Whether a screen is open, or one below it. */
function currency(path: string, open: string): 'page' | 'true' | undefined {
  if (open === path) return 'page';
  return open.startsWith(`${path}/`) ? 'true' : undefined;
}

function Navigation(props: { readonly open: string }) {
  const { account } = useSession();
  return (
    <nav aria-label="Studio">
      <ul class={styles.navigation}>
        <For each={screens}>
          {({ path, navigation, needs }) => (
            <Show when={mayOpen(needs, account()) && navigation}>
              <li>
                <a href={path} aria-current={currency(path, props.open)}>
                  {navigation}
                </a>
              </li>
            </Show>
          )}
        </For>
        <li>
          <a href="/api/v1/reference" rel="external">
            API reference
          </a>
        </li>
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
          <Navigation open={props.location.pathname} />
          <WhoAsks />
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
            A family that is tried is decided in this page. What is sent goes to this server only, and is not
            kept.
          </span>
          <Show when={session.key()}>
            <Button onPress={session.forget}>Forget the key</Button>
          </Show>
        </div>
      </footer>
    </>
  );
}
