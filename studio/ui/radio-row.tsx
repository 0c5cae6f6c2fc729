import { For } from 'solid-js';
import field from './field.module.css';
import styles from './radio-row.module.css';

interface RadioRowProps<Value extends string> {
  readonly id: string;
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few ways, all of them in sight. */
export function RadioRow<Value extends string>(props: RadioRowProps<Value>) {
  return (
    <fieldset class={styles.row}>
      <legend class={field.label}>{props.legend}</legend>
      <For each={props.choices}>
        {({ value, label }) => (
          <label class={styles.choice}>
            <input
              type="radio"
              name={props.id}
              value={value}
              checked={value === props.value}
              onChange={() => {
                props.onChange(value);
              }}
            />
            {label}
          </label>
        )}
      </For>
    </fieldset>
  );
}
