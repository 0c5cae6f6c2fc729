import { createMemo, createSignal, For, Show } from 'solid-js';
import { VerdictTag } from '../../decision/verdict-tag.tsx';
import type { Strip } from '../../api.ts';
import styles from './strip.module.css';
import { type Cell, flips, stripRows } from './strip-rows.ts';

/** Where what changes between a version and the one before it is said. */
export const flipAt = (position: number) => `strip:${position}`;

function CellView(props: { readonly cell: Cell; readonly position: number }) {
  return (
    <td data-flip={props.cell.isFlip ? '' : undefined}>
      <Show when={props.cell.verdict ?? props.cell.text} fallback="Not there">
        <Show when={props.cell.verdict}>{(verdict) => <VerdictTag verdict={verdict()} />}</Show>
        <Show when={props.cell.text}>{(text) => <span class={styles.amount}>{text()}</span>}</Show>
      </Show>
      <Show when={props.cell.isFlip}>
        <a href={`#${flipAt(props.position)}`}>Changed</a>
      </Show>
    </td>
  );
}

/** What a family is told under every version, a column each. */
export function StripTable(props: { readonly strip: Strip }) {
  const [onlyFlips, setOnlyFlips] = createSignal(true);
  const rows = createMemo(() => stripRows(props.strip));
  const shown = () => (onlyFlips() ? rows().filter(flips) : rows());
  const caption = 'What the family is told under every version';
  return (
    <>
      <label class={styles.filter}>
        <input
          type="checkbox"
          checked={onlyFlips()}
          onChange={(event) => setOnlyFlips(event.currentTarget.checked)}
        />
        Only what changes
      </label>
      <Show
        when={shown().length > 0}
        fallback={<p role="status">Nothing changes: every version tells this family the same.</p>}
      >
        <div class={styles.scroll} tabindex="0" role="region" aria-label={caption}>
          <table class={styles.table}>
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <For each={props.strip.versions}>
                  {({ ruleset }) => (
                    <th scope="col">
                      {ruleset.version}
                      <Show when={ruleset.inForce}>
                        <span class={styles.force}>in force that day</span>
                      </Show>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>
                {(row) => (
                  <tr>
                    <th scope="row">{row.what}</th>
                    <For each={row.cells}>{(cell, at) => <CellView cell={cell} position={at()} />}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </>
  );
}
