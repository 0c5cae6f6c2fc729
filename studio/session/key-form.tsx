import { createSignal, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { describedBy, Field } from '../ui/field.tsx';
import styles from './key-form.module.css';

interface KeyFormProps {
  /** Whether the key in use was refused. */
  readonly refused: boolean;
  readonly onUse: (key: string) => void;
}

/** Asks for the key, which the server prints when it starts. */
export function KeyForm(props: KeyFormProps) {
  const [typed, setTyped] = createSignal('');
  const [empty, setEmpty] = createSignal(false);
  const error = () => {
    if (empty()) return 'type or paste the key';
    return props.refused ? 'the server does not know this key' : undefined;
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setEmpty(typed() === '');
    if (typed() !== '') props.onUse(typed());
  };
  return (
    <section class={styles.key} aria-labelledby="key-title">
      <h2 id="key-title">Or use a key</h2>
      <form class={styles.form} onSubmit={submit} novalidate>
        <Field
          id="key"
          label="Key"
          hint="The server prints it when it starts. It is kept in this tab only, until the tab is closed."
          error={error()}
        >
          <input
            id="key"
            type="password"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={describedBy('key', error())}
            aria-invalid={error() === undefined ? undefined : 'true'}
            onInput={(event) => setTyped(event.currentTarget.value.trim())}
          />
        </Field>
        <Button type="submit">Use this key</Button>
      </form>
      <Show when={props.refused}>
        <p role="status">The key was refused: the server may have been started again with a new one.</p>
      </Show>
    </section>
  );
}
