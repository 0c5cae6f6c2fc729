import { createEffect, For, type JSX, Show } from 'solid-js';
import styles from './screen.module.css';

interface Step {
  readonly href: string;
  readonly text: string;
}

interface ScreenProps {
  /** Its heading, and its name in the window’s title. */
  readonly title: string;
  /** What the window says instead of the heading. */
  readonly windowTitle?: string | undefined;
  /** Says "Error" in the window’s title, so that it is heard first. */
  readonly wrong?: boolean;
  /** The way here from above, the highest first. */
  readonly trail?: readonly Step[] | undefined;
  readonly lead?: JSX.Element;
  readonly children?: JSX.Element;
}

function Trail(props: { readonly steps: readonly Step[] }) {
  return (
    <nav class={styles.trail} aria-label="Above this page">
      <ol>
        <For each={props.steps}>
          {({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

/** A screen: one heading, which takes the focus on arrival, and the window’s title. */
export function Screen(props: ScreenProps) {
  const named = () => props.windowTitle ?? props.title;
  createEffect(() => {
    document.title = [
      props.wrong ? 'Error: ' : '',
      named(),
      named() === '' ? 'Threshold' : ' – Threshold',
    ].join('');
  });
  return (
    <div class={styles.screen}>
      <header class={styles.head}>
        <Show when={props.trail}>{(steps) => <Trail steps={steps()} />}</Show>
        <h1 tabindex="-1">{props.title}</h1>
        <Show when={props.lead}>
          <div class={styles.lead}>{props.lead}</div>
        </Show>
      </header>
      {props.children}
    </div>
  );
}
