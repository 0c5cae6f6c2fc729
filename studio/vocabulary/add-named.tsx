import { For, type JSX, Show } from 'solid-js';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { type Naming, wrongWith } from './naming.ts';

/** One more text that must be given. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly rows?: number;
  /** What is said where it is empty. */
  readonly wrong: string;
  /** Whether it is asked now, because of what else is chosen; always, right after the name, where absent. */
  readonly when?: () => boolean;
}

export interface Added {
  readonly id: string;
  readonly label: string;
  /** What else was asked, by name. */
  readonly said: Readonly<Record<string, string>>;
}

interface AddNamedProps {
  /** What it is, as in "the field": it stands in the words of the form. */
  readonly what: string;
  /** Stands before the ids of its controls. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly naming: Naming;
  readonly taken: ReadonlySet<string>;
  readonly asks?: readonly Asked[];
  readonly children?: JSX.Element;
  readonly onAdd: (added: Added) => void;
}

const empty = (asks: readonly Asked[] = []) =>
  Object.fromEntries(['label', ...asks.map(({ name }) => name), 'id'].map((name) => [name, '']));

/** What a new thing of a vocabulary is called, and its id: proposed from the name, and unique where it stands. */
export function AddNamed(props: AddNamedProps) {
  const asks = () => (props.asks ?? []).filter(({ when }) => when?.() ?? true);
  const proposed = (label: string) => props.naming.propose(label, props.taken);
  const idOf = (typed: Readonly<Record<string, string>>) => typed['id'] || proposed(typed['label'] ?? '');
  const form = createForm<string>({
    // eslint-disable-next-line solid/reactivity -- a form keeps the ids of its controls for as long as it is there
    id: props.id,
    // eslint-disable-next-line solid/reactivity -- and the fields that it has
    fields: empty(props.asks),
    check: (typed) => {
      if (typed['label']?.trim() === '') return { label: `say what ${props.what} is called` };
      const wrong = wrongWith(idOf(typed), props.naming, props.taken);
      return {
        ...Object.fromEntries(
          asks().flatMap((one) => (typed[one.name]?.trim() === '' ? [[one.name, one.wrong]] : [])),
        ),
        ...(wrong === undefined ? {} : { id: wrong }),
      };
    },
    send: (typed) => {
      props.onAdd({ id: idOf(typed), label: (typed['label'] ?? '').trim(), said: typed });
      return Promise.resolve({});
    },
  });
  const line = (name: string) => ({
    id: form.control(name),
    error: form.wrong(name),
    value: form.typed(name),
    onInput: (text: string) => {
      form.type(name, text);
    },
  });
  /** What else is asked of everything, or what follows from what is chosen. */
  const further = (follows: boolean) => (
    <For each={(props.asks ?? []).filter(({ when }) => (when !== undefined) === follows)}>
      {(one) => (
        <Show when={asks().includes(one)}>
          <LineField {...line(one.name)} label={one.label} hint={one.hint} rows={one.rows} />
        </Show>
      )}
    </For>
  );
  return (
    <FormView form={form} send={`Add ${props.what}`} sending="Adding">
      <LineField {...line('label')} label={props.label} hint={props.hint} />
      {further(false)}
      {props.children}
      {further(true)}
      <LineField
        {...line('id')}
        label="Its id"
        hint="It is proposed from the name. Families and rules say it, and once it is published it stays."
        value={form.typed('id') || proposed(form.typed('label'))}
        onInput={(text) => {
          form.type('id', text.trim());
        }}
      />
    </FormView>
  );
}
