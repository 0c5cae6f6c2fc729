import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { createLongList } from './create-long-list.ts';
import styles from './long-list.module.css';

interface LongListProps<Item> {
  /** Each is there once: rows are told apart by what they are of. */
  readonly each: readonly Item[];
  readonly class?: string | undefined;
  /** Whether rows stand close together. */
  readonly close?: boolean;
  readonly fallback?: JSX.Element;
  readonly children: (item: Item) => JSX.Element;
}

/**
 * A list of any length. Of a long one only the rows around those that are seen are laid out; each says which of how many it
 * is, the one with the focus stays, and all are there on paper.
 */
export function LongList<Item extends string | number>(props: LongListProps<Item>) {
  const [list, setList] = createSignal<HTMLElement>();
  const { range, room, measure } = createLongList(list, () => props.each.length);
  const shown = createMemo(() => props.each.slice(range().from, range().to));
  return (
    <ul ref={setList} class={props.class} data-close={props.close ? '' : undefined}>
      <Show when={room().above > 0}>
        <li class={styles.room} aria-hidden="true" style={{ '--room': `${room().above}px` }} />
      </Show>
      <For each={shown()} fallback={props.each.length === 0 ? props.fallback : undefined}>
        {(item, at) => (
          <li
            ref={(row) => {
              queueMicrotask(() => {
                measure(row);
              });
            }}
            data-index={range().from + at()}
            aria-posinset={range().from + at() + 1}
            aria-setsize={props.each.length}
          >
            {props.children(item)}
          </li>
        )}
      </For>
      <Show when={room().below > 0}>
        <li class={styles.room} aria-hidden="true" style={{ '--room': `${room().below}px` }} />
      </Show>
    </ul>
  );
}
