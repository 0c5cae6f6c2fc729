import { type JSX, Show } from 'solid-js';
import { Button } from './button.tsx';
import { ErrorSummary, type Mistake } from './error-summary.tsx';
import styles from './form-view.module.css';

interface FormViewProps {
  readonly form: {
    readonly mistakes: () => readonly Mistake[];
    readonly busy: () => boolean;
    readonly submit: () => Promise<void>;
  };
  /** What its button says, and what it says while the form is sent. */
  readonly send: string;
  readonly sending: string;
  readonly children: JSX.Element;
}

/** Fields and the button that sends them; above them what is wrong, each mistake leading to its field. */
export function FormView(props: FormViewProps) {
  return (
    <div class={styles.form}>
      <Show when={props.form.mistakes().length > 0}>
        <ErrorSummary
          title="There is a problem"
          mistakes={props.form.mistakes()}
          onFollow={({ control }) => document.getElementById(control)?.focus()}
        />
      </Show>
      <form
        class={styles.form}
        method="post"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void props.form.submit();
        }}
      >
        {props.children}
        <div>
          <Button type="submit" kind="main" busy={props.form.busy()}>
            {props.form.busy() ? props.sending : props.send}
          </Button>
        </div>
      </form>
    </div>
  );
}
