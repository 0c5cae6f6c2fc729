import { For, Show } from 'solid-js';
import { describedBy, Field } from '../ui/field.tsx';
import { type Path, pointerTo, valueAt } from './family-document.ts';
import { controlAt, type FormOfFamily } from './form-of-family.ts';

/** One thing to choose; a value that is undefined takes the key away. */
export interface Choice {
  readonly label: string;
  readonly value: unknown;
}

interface ChoiceFieldProps {
  readonly form: FormOfFamily;
  readonly path: Path;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** One of a few values, among which “not known” is one of its own. */
export function ChoiceField(props: ChoiceFieldProps) {
  const id = () => controlAt(props.path);
  const held = () => valueAt(props.form.family.document(), props.path);
  const chosen = () => props.choices.findIndex(({ value }) => value === held());
  const error = () => props.form.wrongAt(pointerTo(props.path));
  return (
    <Field id={id()} label={props.label} error={error()}>
      <select
        id={id()}
        aria-describedby={describedBy(id(), error(), false)}
        aria-invalid={error() === undefined ? undefined : 'true'}
        onChange={(event) => {
          const choice = props.choices[Number(event.currentTarget.value)];
          if (choice !== undefined)
            props.form.family.put(`Changing “${props.label}”`, props.path, choice.value);
        }}
      >
        <Show when={chosen() === -1}>
          <option value="-1" selected>
            {JSON.stringify(held())}
          </option>
        </Show>
        <For each={props.choices}>
          {({ label }, at) => (
            <option value={at()} selected={at() === chosen()}>
              {label}
            </option>
          )}
        </For>
      </select>
    </Field>
  );
}

export const yesNo: readonly Choice[] = [
  { label: 'Not known', value: undefined },
  { label: 'Yes', value: true },
  { label: 'No', value: false },
];
