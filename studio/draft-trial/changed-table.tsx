import { For, Show } from 'solid-js';
import type { ChangedInWords } from './changed-in-words.ts';
import styles from './draft-trial.module.css';

interface ChangedTableProps {
  readonly changed: readonly ChangedInWords[];
  /** The version before, by its name. */
  readonly before: string;
}

/** What the draft changes for the family that is tried. */
export function ChangedTable(props: ChangedTableProps) {
  return (
    <Show
      when={props.changed.length > 0}
      fallback={<p role="status">Nothing: {props.before} decides the same.</p>}
    >
      <p role="status">
        {props.changed.length === 1
          ? 'One thing is decided otherwise.'
          : `${props.changed.length} things are decided otherwise.`}
      </p>
      <div class={styles.scroll} tabindex="0" role="region" aria-label="Each thing that changes">
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Under {props.before}</th>
              <th scope="col">Under this draft</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.changed}>
              {({ what, was, now }) => (
                <tr>
                  <th scope="row">{what}</th>
                  <td>{was}</td>
                  <td>{now}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
}
