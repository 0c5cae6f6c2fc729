import { Show } from 'solid-js';
import type { Session } from '../api.ts';
import { instantInWords } from '../instant-in-words.ts';
import { Button } from '../ui/button.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Tag } from '../ui/tag.tsx';
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
    <RowList rows={props.sessions} class={styles.list}>
      {(session) => (
        <>
          <div>
            <p>Signed in {instantInWords(session().createdAt)}</p>
            <p class={styles.aside}>
              Last used {instantInWords(session().lastUsedAt)}, over by {instantInWords(session().expiresAt)}
            </p>
          </div>
          <Show
            when={session().current}
            fallback={
              <Button
                label={`${props.end}: signed in ${instantInWords(session().createdAt)}`}
                onPress={() => {
                  props.onEnd(session().id);
                }}
              >
                {props.end}
              </Button>
            }
          >
            <Tag tone="good">This one</Tag>
          </Show>
        </>
      )}
    </RowList>
  );
}
