import { type JSX, Show } from 'solid-js';
import styles from './field.module.css';
import { Words } from './words.tsx';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: JSX.Element;
  readonly error?: string | undefined;
  readonly children: JSX.Element;
}

/** The ids of what describes a control: give them to its `aria-describedby`. */
export function describedBy(id: string, error: string | undefined, hinted = true): string | undefined {
  const ids = [...(hinted ? [`${id}-hint`] : []), ...(error === undefined ? [] : [`${id}-error`])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** A label, a hint, what is wrong, and the control itself. */
export function Field(props: FieldProps) {
  return (
    <div class={styles.field} data-wrong={props.error === undefined ? undefined : ''}>
      <label class={styles.label} for={props.id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <p class={styles.hint} id={`${props.id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <FieldError id={props.id} error={props.error} />
      {props.children}
    </div>
  );
}

/** What is wrong with a control, for people who see it and for people who hear it. */
export function FieldError(props: { readonly id: string; readonly error: string | undefined }) {
  return (
    <Show when={props.error}>
      {(error) => (
        <p class={styles.error} id={`${props.id}-error`}>
          <span class={styles.unseen}>Error: </span>
          <Words text={error()} />
        </p>
      )}
    </Show>
  );
}
