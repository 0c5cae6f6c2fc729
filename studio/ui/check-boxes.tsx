import { For } from 'solid-js';
import styles from './check-boxes.module.css';
import type { Form } from './create-form.ts';
import { describedBy, FieldError } from './field.tsx';
import field from './field.module.css';

interface Box {
  /** Without a space, because what is ticked is kept as one text. */
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

interface CheckBoxesProps<Name extends string> {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly legend: string;
  readonly hint: string;
  readonly boxes: readonly Box[];
}

/** What is ticked, from the text that a form keeps. */
export const tickedIn = (text: string): string[] => text.split(' ').filter((one) => one !== '');

/** Any number of things to tick; the form keeps those that are, with a space between. */
export function CheckBoxes<Name extends string>(props: CheckBoxesProps<Name>) {
  const id = () => props.form.control(props.name);
  const error = () => props.form.wrong(props.name);
  const ticked = () => tickedIn(props.form.typed(props.name));
  const tick = (value: string, on: boolean) => {
    const rest = ticked().filter((one) => one !== value);
    props.form.type(props.name, (on ? [...rest, value] : rest).join(' '));
  };
  return (
    <fieldset
      class={field.field}
      data-wrong={error() === undefined ? undefined : ''}
      aria-describedby={describedBy(id(), error())}
    >
      <legend class={field.label}>{props.legend}</legend>
      <p class={field.hint} id={`${id()}-hint`}>
        {props.hint}
      </p>
      <FieldError id={id()} error={error()} />
      <For each={props.boxes}>
        {(box, at) => {
          // The first carries the id that a mistake leads to.
          const own = () => (at() === 0 ? id() : `${id()}:${box.value}`);
          return (
            <div class={styles.box}>
              <input
                id={own()}
                type="checkbox"
                checked={ticked().includes(box.value)}
                aria-describedby={`${id()}:${box.value}-hint`}
                onChange={(event) => {
                  tick(box.value, event.currentTarget.checked);
                }}
              />
              <div>
                <label for={own()}>{box.label}</label>
                <p class={field.hint} id={`${id()}:${box.value}-hint`}>
                  {box.hint}
                </p>
              </div>
            </div>
          );
        }}
      </For>
    </fieldset>
  );
}
