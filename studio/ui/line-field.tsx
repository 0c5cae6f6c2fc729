import { Show } from 'solid-js';
import { describedBy, Field } from './field.tsx';
import styles from './line-field.module.css';

interface LineFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  /** How many lines it has: one where absent. */
  readonly rows?: number | undefined;
  /** How wide it is: as wide as there is room, or as what is typed into it. */
  readonly size?: 'whole' | 'short' | undefined;
  /** What stands before or after what is typed. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly numeric?: boolean | undefined;
  /** Whether several lines are code, and not words. */
  readonly code?: boolean | undefined;
  readonly onInput: (text: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

/** A text that is typed. */
export function LineField(props: LineFieldProps) {
  const described = () => describedBy(props.id, props.error, props.hint !== undefined);
  return (
    <Field id={props.id} label={props.label} hint={props.hint} error={props.error}>
      <Show
        when={props.rows}
        fallback={
          <span class={styles.line} data-size={props.size ?? 'whole'}>
            <Show when={props.before}>
              <span aria-hidden="true">{props.before}</span>
            </Show>
            <input
              id={props.id}
              type="text"
              inputmode={props.numeric ? 'decimal' : undefined}
              autocomplete="off"
              aria-describedby={described()}
              aria-invalid={props.error === undefined ? undefined : 'true'}
              value={props.value}
              onInput={(event) => {
                props.onInput(event.currentTarget.value);
              }}
              onBlur={() => props.onLeave?.()}
            />
            <Show when={props.after}>
              <span aria-hidden="true">{props.after}</span>
            </Show>
          </span>
        }
      >
        {(rows) => (
          <textarea
            class={props.code ? undefined : styles.words}
            spellcheck={!props.code}
            id={props.id}
            rows={rows()}
            aria-describedby={described()}
            aria-invalid={props.error === undefined ? undefined : 'true'}
            value={props.value}
            onInput={(event) => {
              props.onInput(event.currentTarget.value);
            }}
            onBlur={() => props.onLeave?.()}
          />
        )}
      </Show>
    </Field>
  );
}
