import { createMemo, type JSX } from 'solid-js';
import { type IdKind, idOfAnotherKind, ruleset } from '../engine.ts';
import { createForm } from '../ui/create-form.ts';
import { FormView } from '../ui/form-view.tsx';
import { LineField } from '../ui/line-field.tsx';
import { freeId, idFrom } from './ids.ts';
import { useRules } from './rules.ts';

const idForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

interface AddThingProps {
  /** What it is, as in "the parameter": it stands in the words of the form. */
  readonly what: string;
  /** Stands before the ids of its controls. */
  readonly id: string;
  /** What the id is of; absent where versions are not compared by it. */
  readonly kind?: IdKind | undefined;
  readonly label: string;
  readonly hint: string;
  /** What else is asked. */
  readonly children?: JSX.Element;
  /** Ids that cannot be had beside those of the document. */
  readonly taken?: ReadonlySet<string> | undefined;
  /** What is wrong with what else was asked. */
  readonly check?: () => string | undefined;
  readonly onAdd: (added: { readonly id: string; readonly label: string }) => void;
}

/** The version that the draft was made from, read; undefined while there is none that is known. */
function createBase() {
  const rules = useRules();
  const base = createMemo(() => {
    const read = ruleset.safeParse(rules.editing.base());
    return read.success ? read.data : undefined;
  });
  return base;
}

/** What a new thing is called, and the id it gets: proposed from its name, unique, and kept for good. */
export function AddThing(props: AddThingProps) {
  const rules = useRules();
  const base = createBase();
  /** What is said against an id beside the version before. */
  const reuse = (id: string): string | undefined => {
    const [kind, before] = [props.kind, base()];
    return kind === undefined || before === undefined ? undefined : idOfAnotherKind({ id, kind }, before);
  };
  const taken = () => new Set([...rules.taken(), ...(props.taken ?? [])]);
  const proposed = (label: string) => {
    const id = idFrom(label);
    return id === '' ? '' : freeId(id, { has: (one) => taken().has(one) || reuse(one) !== undefined });
  };
  const idOf = (typed: { readonly label: string; readonly id: string }) =>
    typed.id === '' ? proposed(typed.label) : typed.id;
  const checkId = (id: string) => {
    if (!idForm.test(id)) return 'enter an id of lower-case words joined by hyphens, such as `young-carers`';
    return taken().has(id) ? `something has the id \`${id}\` already, and no id is used twice` : reuse(id);
  };
  const form = createForm({
    // eslint-disable-next-line solid/reactivity -- a form keeps the ids of its controls for as long as it is there
    id: props.id,
    fields: { label: '', id: '' },
    check: (typed) => {
      if (typed.label.trim() === '') return { label: `say what ${props.what} is called` };
      const wrong = checkId(idOf(typed));
      if (wrong !== undefined) return { id: wrong };
      const other = props.check?.();
      return other === undefined ? {} : { label: other };
    },
    send: (typed) => {
      props.onAdd({ id: idOf(typed), label: typed.label.trim() });
      return Promise.resolve({});
    },
  });
  return (
    <FormView form={form} send={`Add ${props.what}`} sending="Adding">
      <LineField
        id={form.control('label')}
        label={props.label}
        hint={props.hint}
        error={form.wrong('label')}
        value={form.typed('label')}
        onInput={(text) => {
          form.type('label', text);
        }}
      />
      {props.children}
      <LineField
        id={form.control('id')}
        label="Its id"
        hint="It is proposed from the name, stays the same across versions, and is never used for anything else."
        error={form.wrong('id') ?? reuse(idOf({ label: form.typed('label'), id: form.typed('id') }))}
        value={form.typed('id') === '' ? proposed(form.typed('label')) : form.typed('id')}
        onInput={(text) => {
          form.type('id', text.trim());
        }}
      />
    </FormView>
  );
}
