import type { JSX } from 'solid-js';
import type { Form } from './create-form.ts';
import { describedBy, Field } from './field.tsx';

export interface TextFieldProps<Name extends string> {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email';
  readonly autocomplete: JSX.InputHTMLAttributes<HTMLInputElement>['autocomplete'];
}

/** A line of text in a form. */
export function TextField<Name extends string>(props: TextFieldProps<Name>) {
  const id = () => props.form.control(props.name);
  const error = () => props.form.wrong(props.name);
  return (
    <Field id={id()} label={props.label} hint={props.hint} error={error()}>
      <input
        id={id()}
        type={props.type ?? 'text'}
        autocomplete={props.autocomplete}
        autocapitalize={props.type === 'email' ? 'none' : undefined}
        spellcheck={false}
        aria-describedby={describedBy(id(), error(), props.hint !== undefined)}
        aria-invalid={error() === undefined ? undefined : 'true'}
        value={props.form.typed(props.name)}
        onInput={(event) => {
          props.form.type(props.name, event.currentTarget.value);
        }}
      />
    </Field>
  );
}
