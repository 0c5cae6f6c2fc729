import { createMemo, Show } from 'solid-js';
import type { Edit } from '../api.ts';
import { LongList } from '../ui/long-list.tsx';
import styles from './changes-page.module.css';
import { type EditSide, EditView } from './edit-view.tsx';

interface EditListProps {
  readonly edits: readonly Edit[];
  readonly was: EditSide;
  readonly now: EditSide;
}

/** Edits in words, each as it was and as it is now, however many. */
export function EditList(props: EditListProps) {
  const places = createMemo(() => [...props.edits.keys()]);
  return (
    <LongList each={places()} class={styles.edits}>
      {(place) => (
        <Show when={props.edits[place]}>
          {(edit) => <EditView edit={edit()} was={props.was} now={props.now} />}
        </Show>
      )}
    </LongList>
  );
}
