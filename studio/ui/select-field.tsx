import { Index } from 'solid-js';
import { describedBy, Field } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly text: string;
}

interface SelectFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several. A value that is none of them is shown as it is, so that it is not lost unseen. */
export function SelectField(props: SelectFieldProps) {
  const options = () =>
    props.options.some(({ value }) => value === props.value)
      ? props.options
      : [{ value: props.value, text: props.value === '' ? 'Choose' : props.value }, ...props.options];
  return (
    <Field id={props.id} label={props.label} hint={props.hint} error={props.error}>
      <select
        id={props.id}
        aria-describedby={describedBy(props.id, props.error, props.hint !== undefined)}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
      >
        <Index each={options()}>
          {(option) => (
            <option value={option().value} selected={option().value === props.value}>
              {option().text}
            </option>
          )}
        </Index>
      </select>
    </Field>
  );
}
