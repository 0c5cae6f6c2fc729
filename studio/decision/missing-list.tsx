import { For, Show } from 'solid-js';
import type { MissingDatum } from '../api.ts';
import { Words } from '../ui/words.tsx';
import { missingInWords } from './in-words.ts';
import styles from './reason-list.module.css';

/** What is not known and would settle something. */
export function MissingList(props: { readonly missing: readonly MissingDatum[] }) {
  return (
    <section class={styles.missing} aria-label="Missing data">
      <h3>Missing data</h3>
      <Show when={props.missing.length > 0} fallback={<p>Nothing that is missing would change a verdict.</p>}>
        <ul class={styles.reasons}>
          <For each={props.missing}>
            {(datum) => (
              <li>
                <Words text={missingInWords(datum)} />
                <span class={styles.source}> Needed for: {datum.neededFor.join(', ')}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
