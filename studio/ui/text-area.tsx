import type { Form } from './create-form.ts';
import { describedBy, Field } from './field.tsx';
import styles from './text-area.module.css';

interface TextAreaProps<Name extends string> {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly label: string;
  readonly hint: string;
  readonly rows?: number;
}

/** Some lines of text in a form. */
export function TextArea<Name extends string>(props: TextAreaProps<Name>) {
  const id = () => props.form.control(props.name);
  const error = () => props.form.wrong(props.name);
  return (
    <Field id={id()} label={props.label} hint={props.hint} error={error()}>
      <div class={styles.lines}>
        <textarea
          id={id()}
          class={styles.area}
          rows={props.rows ?? 3}
          aria-describedby={describedBy(id(), error())}
          aria-invalid={error() === undefined ? undefined : 'true'}
          value={props.form.typed(props.name)}
          onInput={(event) => {
            props.form.type(props.name, event.currentTarget.value);
          }}
        />
      </div>
    </Field>
  );
}
