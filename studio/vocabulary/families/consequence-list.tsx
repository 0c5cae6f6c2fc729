import { For, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { useDraft } from '../../draft/editing.ts';
import controls from '../../editor/controls/controls.module.css';
import { controlAt } from '../../editor/spot.ts';
import { type Consequence, effects } from './consequence.ts';
import styles from './consequence-list.module.css';
import { partOfVocabulary } from '../place-of-line.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What changes mean for families that are written already; each leads to its line where that is wanted. */
export function ConsequenceList(props: { readonly all: readonly Consequence[]; readonly linked?: boolean }) {
  const { draft } = useDraft();
  const address = (pointer: string) =>
    `${draftAddress(draft().id, partOfVocabulary(pointer.split('/').slice(1)))}#${encodeURIComponent(controlAt('document', pointer))}`;
  return (
    <Show when={props.all.length > 0}>
      <ul class={controls.findings}>
        <For each={props.all}>
          {({ effect, sentence, pointer }) => (
            <li class={styles.consequence} data-effect={effect}>
              <strong>{effects[effect]}: </strong>
              <Show when={props.linked} fallback={<>{capital(sentence)}.</>}>
                <a href={address(pointer)}>{capital(sentence)}</a>.
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
