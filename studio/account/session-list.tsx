import { For, Show } from 'solid-js';
import type { Session } from '../api.ts';
import { instantInWords } from '../instant-in-words.ts';
import { Button } from '../ui/button.tsx';
import styles from './session-list.module.css';

interface SessionListProps {
  readonly sessions: readonly Session[];
  /** What the button that ends one says. */
  readonly end: string;
  readonly onEnd: (session: string) => void;
}

/** Where somebody is signed in, and a button to end each but the one that this page is open in. */
export function SessionList(props: SessionListProps) {
  return (
    <ul class={styles.list}>
      <For each={props.sessions}>
        {({ id, createdAt, lastUsedAt, expiresAt, current }) => (
          <li>
            <div>
              <p>Signed in {instantInWords(createdAt)}</p>
              <p class={styles.aside}>
                Last used {instantInWords(lastUsedAt)}, over by {instantInWords(expiresAt)}
              </p>
            </div>
            <Show
              when={current}
              fallback={
                <Button
                  label={`${props.end}: signed in ${instantInWords(createdAt)}`}
                  onPress={() => {
                    props.onEnd(id);
                  }}
                >
                  {props.end}
                </Button>
              }
            >
              <p class={styles.tag}>This one</p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
