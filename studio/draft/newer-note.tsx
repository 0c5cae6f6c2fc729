import { Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import styles from './draft-bar.module.css';
import { useDraft } from './editing.ts';

/** That somebody else saved while this was open, before anything is typed over it. */
export function NewerNote() {
  const { newer, take, saved } = useDraft();
  const note = () => (saved().state === 'conflict' ? undefined : newer());
  return (
    <div role="status">
      <Show when={note()}>
        {(theirs) => (
          <div class={styles.note}>
            <p>
              Somebody else saved this draft while you had it open, as revision {theirs().revision}. What you
              type now would not go over it.
            </p>
            <Button
              onPress={() => {
                take(theirs());
              }}
            >
              Show what they saved
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}
