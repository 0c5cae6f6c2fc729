import { For, Show } from 'solid-js';
import { Words } from '../../ui/words.tsx';
import { type Finding, saidOf } from '../spot.ts';
import styles from './controls.module.css';

/** What is found about a line, beside it. */
export function FindingList(props: { readonly findings: readonly Finding[] }) {
  return (
    <Show when={props.findings.length > 0}>
      <ul class={styles.findings}>
        <For each={props.findings}>
          {(finding) => (
            <li class={styles.finding} data-severity={finding.severity}>
              <strong>{finding.severity === 'error' ? 'Error: ' : 'Warning: '}</strong>
              <Words text={saidOf(finding)} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
