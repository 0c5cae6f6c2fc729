import { For } from 'solid-js';
import type { Edit } from '../api.ts';
import styles from './changes-page.module.css';
import { type EditSide, EditView } from './edit-view.tsx';

interface EditListProps {
  readonly edits: readonly Edit[];
  readonly was: EditSide;
  readonly now: EditSide;
}

/** Edits in words, each as it was and as it is now. */
export function EditList(props: EditListProps) {
  return (
    <ol class={styles.edits}>
      <For each={props.edits}>{(edit) => <EditView edit={edit} was={props.was} now={props.now} />}</For>
    </ol>
  );
}
