import { For, type JSX } from 'solid-js';
import styles from './summary-list.module.css';

interface Row {
  readonly term: string;
  readonly value: JSX.Element;
}

/** What there is to know of one thing, each with its name. */
export function SummaryList(props: { readonly rows: readonly Row[] }) {
  return (
    <dl class={styles.list}>
      <For each={props.rows}>
        {({ term, value }) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
