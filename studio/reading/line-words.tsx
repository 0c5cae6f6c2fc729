import { For, Show } from 'solid-js';
import type { ReadLine } from './read-version.ts';
import styles from './line-words.module.css';

interface LineWordsProps {
  readonly words: ReadLine['words'];
  /** Where the parameter that holds a value is read; absent where nothing is to be led to. */
  readonly parameterAt?: (parameter: string) => string;
}

/** A sentence with its values set apart; a value that a parameter holds leads to it. */
export function LineWords(props: LineWordsProps) {
  return (
    <For each={props.words}>
      {({ text, kind, parameter }) => (
        <Show when={kind === 'value'} fallback={text}>
          <strong class={styles.value}>
            <Show when={parameter !== undefined && props.parameterAt?.(parameter)} fallback={text}>
              {(address) => <a href={address()}>{text}</a>}
            </Show>
          </strong>
        </Show>
      )}
    </For>
  );
}
