import { createEffect, For, on } from 'solid-js';
import styles from './error-summary.module.css';
import { Words } from './words.tsx';

/** One thing that is wrong, and the id of the control that can put it right. */
export interface Mistake {
  readonly control: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
  /** Where it is, in words. */
  readonly place?: string | undefined;
}

interface ErrorSummaryProps {
  readonly title: string;
  readonly mistakes: readonly Mistake[];
  /** Leads to the control; the address does not change. */
  readonly onFollow: (mistake: Mistake) => void;
}

/** Everything that is wrong, each leading to its control. It takes the focus whenever its mistakes change. */
export function ErrorSummary(props: ErrorSummaryProps) {
  let box: HTMLElement | undefined;
  createEffect(
    on(
      () => props.mistakes,
      () => box?.focus(),
    ),
  );
  return (
    <section
      class={styles.summary}
      role="alert"
      tabindex="-1"
      aria-labelledby="mistakes-title"
      ref={(element) => (box = element)}
    >
      <h2 id="mistakes-title">{props.title}</h2>
      <ul class={styles.list}>
        <For each={props.mistakes}>
          {(mistake) => (
            <li>
              <a
                href={`#${mistake.control}`}
                onClick={(event) => {
                  event.preventDefault();
                  props.onFollow(mistake);
                }}
              >
                <Words text={mistake.message} />
              </a>
              <Aside mistake={mistake} />
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function Aside(props: { readonly mistake: Mistake }) {
  const text = () =>
    [
      ...(props.mistake.suggestion === undefined ? [] : [`did you mean \`${props.mistake.suggestion}\`?`]),
      ...(props.mistake.place === undefined ? [] : [props.mistake.place]),
    ].join(' ');
  return (
    <span class={styles.aside}>
      {' '}
      <Words text={text()} />
    </span>
  );
}
