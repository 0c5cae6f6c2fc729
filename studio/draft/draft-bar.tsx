import { Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { useDraft } from './editing.ts';
import styles from './draft-bar.module.css';
import { SavedNote } from './saved-note.tsx';

/** A button for one direction of what was done: it says what. */
function Step(props: {
  readonly name: string;
  readonly keys: string;
  readonly what: string | undefined;
  readonly onPress: () => void;
}) {
  const label = () =>
    props.what === undefined ? `${props.name}: nothing to ${props.name.toLowerCase()}` : undefined;
  return (
    <Button idle={props.what === undefined} label={label()} keys={props.keys} onPress={props.onPress}>
      {props.name}
      <Show when={props.what}>{(what) => <span class={styles.what}>: {what()}</span>}</Show>
    </Button>
  );
}

/** What was done and can be undone, and whether it is saved. */
export function DraftBar() {
  const editing = useDraft();
  return (
    <div class={styles.bar} role="group" aria-label="Undo and save">
      <SavedNote />
      <Show when={editing.mayEdit()}>
        <div class={styles.steps}>
          <Step name="Undo" keys="Control+Z" what={editing.undoable()} onPress={editing.undo} />
          <Step name="Redo" keys="Control+Shift+Z" what={editing.redoable()} onPress={editing.redo} />
        </div>
      </Show>
    </div>
  );
}
