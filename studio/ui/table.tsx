import { For, type JSX, Show } from 'solid-js';
import styles from './table.module.css';

interface Column {
  readonly head: string;
  /** Whether it holds numbers, which are read from the right. */
  readonly number?: boolean;
}

interface TableProps<Row> {
  /** What it is a table of; it can be reached and scrolled by keyboard under this name. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What stands in each column; the first heads the row. */
  readonly cells: (row: Row) => readonly JSX.Element[];
}

/** A table that scrolls by itself where it is too wide. */
export function Table<Row>(props: TableProps<Row>) {
  const isNumber = (at: number) => (props.columns[at]?.number ? '' : undefined);
  return (
    <div class={styles.scroll} tabindex="0" role="region" aria-label={props.caption}>
      <table class={styles.table}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.columns}>
              {({ head, number }) => (
                <th scope="col" data-number={number ? '' : undefined}>
                  {head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={props.cells(row)}>
                  {(cell, at) => (
                    <Show when={at() > 0} fallback={<th scope="row">{cell}</th>}>
                      <td data-number={isNumber(at())}>{cell}</td>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
