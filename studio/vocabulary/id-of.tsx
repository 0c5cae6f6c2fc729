import { Show } from 'solid-js';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { useWords } from './create-words.ts';
import { type Naming, wrongWith } from './naming.ts';

/** Why an id stays as it is. */
export function FixedId(props: { readonly id: string }) {
  const words = useWords();
  return (
    <p>
      Its id is <code>{props.id}</code>.{' '}
      <Show
        when={words.published().state === 'there'}
        fallback="It stays until the server has said whether it is published."
      >
        It is published, and families and rules that are written already say it by this id, so that it stays.
      </Show>
    </p>
  );
}

interface IdOfProps {
  /** Of its control. */
  readonly control: string;
  readonly name: string;
  /** What it is the id of. */
  readonly called: string;
  readonly fixed: boolean;
  readonly naming: Naming;
  /** Ids that others have. */
  readonly taken: ReadonlySet<string>;
  readonly onRename: (to: string) => void;
}

/** The id of something that is kept under it: changed as one act, and only while nothing published says it. */
export function IdOf(props: IdOfProps) {
  const form = createForm({
    // eslint-disable-next-line solid/reactivity -- a form keeps the ids of its controls for as long as it is there
    id: props.control,
    // eslint-disable-next-line solid/reactivity -- what is typed begins with the id as it is; another id is another form
    fields: { name: props.name },
    check: ({ name }) => {
      const wrong = name === props.name ? undefined : wrongWith(name, props.naming, props.taken);
      return wrong === undefined ? {} : { name: wrong };
    },
    send: ({ name }) => {
      if (name !== props.name) props.onRename(name);
      return Promise.resolve({});
    },
  });
  return (
    <Show when={!props.fixed} fallback={<FixedId id={props.name} />}>
      <FormView form={form} send="Change the id" sending="Changing">
        <LineField
          id={form.control('name')}
          label={`Id of “${props.called}”`}
          hint="Families and rules say it. It can be changed until it is published."
          error={form.wrong('name')}
          value={form.typed('name')}
          onInput={(text) => {
            form.type('name', text.trim());
          }}
        />
      </FormView>
    </Show>
  );
}
