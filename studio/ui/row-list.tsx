import { createMemo, type JSX, Show } from 'solid-js';
import { LongList } from './long-list.tsx';
import styles from './row-list.module.css';

interface RowListProps<Item extends { readonly id: string }> {
  readonly rows: readonly Item[];
  readonly class?: string | undefined;
  readonly children: (row: () => Item) => JSX.Element;
}

/** Things of one kind, a ruled row each, however many. A row stays, and whoever is on it, where its thing is told anew. */
export function RowList<Item extends { readonly id: string }>(props: RowListProps<Item>) {
  const byId = createMemo(() => new Map(props.rows.map((row) => [row.id, row])));
  return (
    <LongList each={[...byId().keys()]} class={`${styles.rows} ${props.class ?? ''}`}>
      {(id) => <Show when={byId().get(id)}>{(row) => props.children(row)}</Show>}
    </LongList>
  );
}
