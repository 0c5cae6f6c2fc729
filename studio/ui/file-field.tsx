import { For, Show } from 'solid-js';
import { Button } from './button.tsx';
import { describedBy, Field } from './field.tsx';
import styles from './file-field.module.css';
import { sizeInWords } from './size-in-words.ts';

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  /** The endings that are offered: `.csv,.xlsx`. */
  readonly accept: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files of this computer, chosen at once or one after another. What was chosen is listed, and each can be taken out again. */
export function FileField(props: FileFieldProps) {
  let input: HTMLInputElement | undefined;
  const add = (chosen: readonly File[]) => {
    const names = new Set(chosen.map(({ name }) => name));
    props.onChange([...props.files.filter(({ name }) => !names.has(name)), ...chosen]);
  };
  const remove = (file: File) => {
    props.onChange(props.files.filter((one) => one !== file));
    input?.focus();
  };
  return (
    <>
      <Field id={props.id} label={props.label} hint={props.hint} error={props.error}>
        <input
          id={props.id}
          ref={(element) => (input = element)}
          class={styles.input}
          type="file"
          multiple
          accept={props.accept}
          aria-describedby={describedBy(props.id, props.error)}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])]);
            // because the list below says what is chosen, and the same file may be chosen again once it was mended
            event.currentTarget.value = '';
          }}
        />
      </Field>
      <Show when={props.files.length > 0}>
        <ul class={styles.files} aria-label="Files chosen">
          <For each={props.files}>
            {(file) => (
              <li>
                <span>
                  {file.name} <span class={styles.size}>{sizeInWords(file.size)}</span>
                </span>
                <Button
                  label={`Remove ${file.name}`}
                  onPress={() => {
                    remove(file);
                  }}
                >
                  Remove
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
