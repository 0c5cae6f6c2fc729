import { For, Show } from 'solid-js';
import styles from '../decisions.module.css';

/** Which decisions are meant, in words; all of them where nothing is said. */
export function FilterSaid(props: { readonly words: readonly string[]; readonly all: string }) {
  return (
    <Show when={props.words.length > 0} fallback={<p>{props.all}</p>}>
      <ul class={styles.said} aria-label="Which decisions">
        <For each={props.words}>{(words) => <li>{words.charAt(0).toUpperCase() + words.slice(1)}</li>}</For>
      </ul>
    </Show>
  );
}
