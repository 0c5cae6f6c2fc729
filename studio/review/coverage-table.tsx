import { For, Show } from 'solid-js';
import type { Covered } from './coverage.ts';
import styles from './review.module.css';

/** Which rules the cases expect something of: those that none does first. */
export function CoverageTable(props: { readonly rules: readonly Covered[] }) {
  const sorted = () =>
    [...props.rules].sort((one, other) => Math.min(one.cases, 1) - Math.min(other.cases, 1));
  const bare = () => props.rules.filter(({ cases }) => cases === 0).length;
  return (
    <>
      <p class={styles.text}>
        <Show when={bare() > 0} fallback="Every rule has a case that expects something of it.">
          {bare()} of {props.rules.length} rules have no case that expects something of them by name.
        </Show>
      </p>
      <details>
        <summary>How many cases each rule has</summary>
        <div class={styles.scroll} tabindex="0" role="region" aria-label="Cases of each rule">
          <table class={styles.table}>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Kind</th>
                <th scope="col">Cases</th>
              </tr>
            </thead>
            <tbody>
              <For each={sorted()}>
                {({ kind, label, cases }) => (
                  <tr>
                    <th scope="row">{label}</th>
                    <td>{kind}</td>
                    <td data-none={cases === 0 ? '' : undefined}>{cases === 0 ? 'None' : cases}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
