import { createSignal } from 'solid-js';
import { Button } from './button.tsx';
import { describedBy, Field } from './field.tsx';
import styles from './password-field.module.css';
import type { TextFieldProps } from './text-field.tsx';

interface PasswordFieldProps<Name extends string> extends Omit<
  TextFieldProps<Name>,
  'type' | 'autocomplete'
> {
  readonly autocomplete: 'current-password' | 'new-password';
}

/** A password in a form, which can be looked at while it is typed; once it is sent it is hidden again. */
export function PasswordField<Name extends string>(props: PasswordFieldProps<Name>) {
  const [seen, setSeen] = createSignal(false);
  const id = () => props.form.control(props.name);
  const error = () => props.form.wrong(props.name);
  const shown = () => seen() && !props.form.busy();
  /** "the new password": a form may ask for two. */
  const named = () => `the ${props.label.charAt(0).toLowerCase()}${props.label.slice(1)}`;
  return (
    <Field id={id()} label={props.label} hint={props.hint} error={error()}>
      <div class={styles.row}>
        <input
          id={id()}
          type={shown() ? 'text' : 'password'}
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={describedBy(id(), error(), props.hint !== undefined)}
          aria-invalid={error() === undefined ? undefined : 'true'}
          value={props.form.typed(props.name)}
          onInput={(event) => {
            props.form.type(props.name, event.currentTarget.value);
          }}
        />
        <Button label={`${shown() ? 'Hide' : 'Show'} ${named()}`} onPress={() => setSeen(!shown())}>
          {shown() ? 'Hide' : 'Show'}
        </Button>
      </div>
      <span class={styles.unseen} role="status">
        {`T${named().slice(1)} is ${shown() ? 'shown' : 'hidden'}`}
      </span>
    </Field>
  );
}
