import { For, Show } from 'solid-js';
import type { ChangedInWords } from './changed-in-words.ts';
import { CausesView } from './causes-view.tsx';
import styles from './changed.module.css';
import type { CausesFound } from './create-causes.ts';

interface ChangedTableProps {
  readonly changed: readonly ChangedInWords[];
  /** The two versions, by their names. */
  readonly before: string;
  readonly now: string;
  /** Absent where nobody asks for the causes. */
  readonly causes: Pick<CausesFound, 'causesAt'> | undefined;
}

/** What a family is told otherwise, and because of which edits. */
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
              <th scope="col">Under {props.now}</th>
              <Show when={props.causes}>
                <th scope="col">Because of</th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={props.changed}>
              {({ path, what, was, now }) => (
                <tr>
                  <th scope="row">{what}</th>
                  <td>{was}</td>
                  <td class={styles.now}>{now}</td>
                  <Show when={props.causes}>
                    {(causes) => (
                      <td>
                        <Show when={causes().causesAt(path)}>
                          {(found) => <CausesView causes={found()} />}
                        </Show>
                      </td>
                    )}
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
}
