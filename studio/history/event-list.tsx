import { For, type JSX, Show } from 'solid-js';
import type { HistoryEvent } from '../api.ts';
import { instantInWords } from '../instant-in-words.ts';
import { eventInWords } from './events-in-words.ts';
import styles from './history.module.css';

interface EventListProps {
  readonly events: readonly HistoryEvent[];
  /** What can be done or read about one, below it. */
  readonly more?: (event: HistoryEvent) => JSX.Element;
}

/** What a server does as it starts is done by nobody. */
const whom = ({ by }: HistoryEvent) => (by.actor === 'system' ? 'the server itself' : by.name);

/** What happened, the last first, each with who, when and why. */
export function EventList(props: EventListProps) {
  return (
    <ol class={styles.timeline} reversed>
      <For each={[...props.events].reverse()}>
        {(event) => (
          <li>
            <h3>{eventInWords(event)}</h3>
            <p class={styles.aside}>
              {instantInWords(event.at)}, by {whom(event)}
            </p>
            <Show when={event.reason}>{(reason) => <p class={styles.reason}>{reason()}</p>}</Show>
            {props.more?.(event)}
          </li>
        )}
      </For>
    </ol>
  );
}
