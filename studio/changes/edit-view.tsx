import { For, Show } from 'solid-js';
import type { Edit } from '../api.ts';
import { differingWords } from './differing-words.ts';
import { EffectTag } from './effect-tag.tsx';
import styles from './edit-view.module.css';
import { editKinds, editSubjects } from './edit-words.ts';

/** One of the two sides of an edit. */
export interface EditSide {
  /** Whose sentence it is: “Was, in 1.0.0”. */
  readonly title: string;
  /** Where that sentence is read; undefined where it has no page. */
  readonly placeOf?: (edit: Edit) => string | undefined;
}

/** A sentence of one version, with what the other does not say marked by weight. */
function Said(props: {
  readonly text: string;
  readonly other: string | undefined;
  readonly as: 'was' | 'now';
}) {
  const cut = () => (props.other === undefined ? undefined : differingWords(props.text, props.other));
  return (
    <Show when={cut()} fallback={props.text}>
      {(parts) => (
        <>
          {parts().before}
          <Show when={parts().own}>
            {(own) => (props.as === 'was' ? <del>{own()}</del> : <ins>{own()}</ins>)}
          </Show>
          {parts().after}
        </>
      )}
    </Show>
  );
}

/** One edit: what it is of, which way it moves, and both sentences. */
export function EditView(props: { readonly edit: Edit; readonly was: EditSide; readonly now: EditSide }) {
  const sides = () =>
    (['was', 'now'] as const).map((as) => ({
      as,
      title: props[as].title,
      text: props.edit[as],
      other: props.edit[as === 'was' ? 'now' : 'was'],
      place: props[as].placeOf?.(props.edit),
    }));
  return (
    <div class={styles.edit}>
      <div class={styles.head}>
        <h3>
          {editKinds[props.edit.kind]}: {editSubjects[props.edit.of]} <code>{props.edit.id}</code>
        </h3>
        <EffectTag effect={props.edit.effect} />
      </div>
      <dl class={styles.sides}>
        <For each={sides()}>
          {({ as, title, text, other, place }) => (
            <div>
              <dt>
                <Show when={text && place} fallback={title}>
                  <a href={place} aria-label={`${title}: ${props.edit.id}`}>
                    {title}
                  </a>
                </Show>
              </dt>
              <dd>
                <Show when={text} fallback={as === 'was' ? 'It was not there.' : 'It is no longer there.'}>
                  {(said) => <Said text={said()} other={other} as={as} />}
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={props.edit.owners.length > 0}>
        <p class={styles.owners}>
          Bears on{' '}
          <For each={props.edit.owners}>
            {(owner, at) => (
              <>
                {at() === 0 ? '' : ', '}
                <code>{owner}</code>
              </>
            )}
          </For>
        </p>
      </Show>
    </div>
  );
}
