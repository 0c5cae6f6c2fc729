import { For, Show } from 'solid-js';
import styles from './date-fields.module.css';
import field from './field.module.css';
import { describedBy, FieldError } from './field.tsx';

/** A day as typed: text, because half a day is not a day. */
export interface DayText {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

interface DateFieldsProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly value: DayText;
  readonly error: string | undefined;
  readonly onChange: (next: DayText) => void;
}

const parts = [
  { key: 'day', label: 'Day', size: 2 },
  { key: 'month', label: 'Month', size: 2 },
  { key: 'year', label: 'Year', size: 4 },
] as const;

/** A day in three fields. The first has the id itself, so that an error can lead there. */
export function DateFields(props: DateFieldsProps) {
  return (
    <fieldset
      class={field.field}
      data-wrong={props.error === undefined ? undefined : ''}
      aria-describedby={describedBy(props.id, props.error, props.hint !== undefined)}
    >
      <legend class={field.label}>{props.legend}</legend>
      <Show when={props.hint}>
        {(hint) => (
          <p class={field.hint} id={`${props.id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      <FieldError id={props.id} error={props.error} />
      <div class={styles.row}>
        <For each={parts}>
          {({ key, label, size }) => (
            <label class={styles.part}>
              {label}
              <input
                id={key === 'day' ? props.id : `${props.id}-${key}`}
                inputmode="numeric"
                autocomplete="off"
                maxlength={size}
                data-size={size}
                value={props.value[key]}
                aria-invalid={props.error === undefined ? undefined : 'true'}
                onInput={(event) => {
                  props.onChange({ ...props.value, [key]: event.currentTarget.value.trim() });
                }}
              />
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
