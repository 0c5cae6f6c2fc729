import { For, Show } from 'solid-js';
import { editKinds, editSubjects } from '../changes/edit-words.ts';
import { Words } from '../ui/words.tsx';
import type { CausesOf, EditOf } from './attributing.ts';
import styles from './changed.module.css';

/** More edits than these are told behind a line of their own. */
const few = 3;

/** One edit in words: what it is of, and what it says now, or said. */
export function EditSaid(props: { readonly edit: EditOf }) {
  const said = () => props.edit.now ?? props.edit.was ?? props.edit.id;
  return (
    <>
      {editKinds[props.edit.kind]} {editSubjects[props.edit.of]}: <Words text={said()} asIs />
      <Show when={props.edit.kind === 'changed' && props.edit.was}>
        {(was) => (
          <>
            {' '}
            It was: <Words text={was()} asIs />
          </>
        )}
      </Show>
    </>
  );
}

function Edits(props: { readonly set: readonly EditOf[] }) {
  return (
    <ul class={styles.edits}>
      <For each={props.set}>
        {(edit) => (
          <li>
            <EditSaid edit={edit} />
          </li>
        )}
      </For>
    </ul>
  );
}

/** Edits that cause it together, and no fewer of them. */
function SetSaid(props: { readonly set: readonly EditOf[] }) {
  return (
    <Show
      when={props.set.length > 1}
      fallback={<For each={props.set}>{(edit) => <EditSaid edit={edit} />}</For>}
    >
      <Show when={props.set.length > few} fallback={<p>These edits together:</p>}>
        <details>
          <summary>{props.set.length} edits together</summary>
          <Edits set={props.set} />
        </details>
      </Show>
      <Show when={props.set.length <= few}>
        <Edits set={props.set} />
      </Show>
    </Show>
  );
}

/** The edits that cause one change: any of these sets does. */
export function CausesView(props: { readonly causes: CausesOf }) {
  const sets = () => props.causes.sets;
  return (
    <div class={styles.cause}>
      <Show when={sets().length > 0} fallback={<p>No set of edits that makes a valid ruleset was found.</p>}>
        <Show when={sets().length > 1} fallback={<For each={sets()}>{(set) => <SetSaid set={set} />}</For>}>
          <p>Any of these is enough:</p>
          <ol class={styles.sets}>
            <For each={sets()}>
              {(set) => (
                <li>
                  <SetSaid set={set} />
                </li>
              )}
            </For>
          </ol>
        </Show>
      </Show>
      <Show when={!props.causes.complete}>
        <p>There may be other sets: too many edits differ to try them all.</p>
      </Show>
    </div>
  );
}
