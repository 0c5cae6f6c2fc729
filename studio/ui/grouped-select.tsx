import { Index } from 'solid-js';
import { describedBy, Field } from './field.tsx';
import type { Option } from './select-field.tsx';

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

interface GroupedSelectProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly groups: readonly OptionGroup[];
  /** What stands for none chosen. */
  readonly none: string;
  /** Empty until one is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of many that come in groups. A value that is in none of them is shown as it is, so that it is not lost unseen. */
export function GroupedSelect(props: GroupedSelectProps) {
  const isThere = () =>
    props.groups.some(({ options }) => options.some(({ value }) => value === props.value));
  const alone = () => [
    { value: '', text: props.none },
    ...(props.value === '' || isThere() ? [] : [{ value: props.value, text: props.value }]),
  ];
  const choice = (option: () => Option) => (
    <option value={option().value} selected={option().value === props.value}>
      {option().text}
    </option>
  );
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
        <Index each={alone()}>{choice}</Index>
        <Index each={props.groups}>
          {(group) => (
            <optgroup label={group().title}>
              <Index each={group().options}>{choice}</Index>
            </optgroup>
          )}
        </Index>
      </select>
    </Field>
  );
}
