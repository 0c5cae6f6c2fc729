import { describedBy, Field } from '../ui/field.tsx';
import { type Path, pointerTo, textIn, valueAt } from './family-document.ts';
import { controlAt, type FormOfFamily } from './form-of-family.ts';

interface TextValueProps {
  readonly form: FormOfFamily;
  readonly path: Path;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Whole numbers are kept as numbers. */
  readonly counted?: boolean;
  /** Whether the key stays where nothing is typed. */
  readonly required?: boolean;
}

/** What stands in the family for what is typed: a number that is none stays as typed, and is found to be none. */
function valueOf(typed: string, { counted, required }: TextValueProps): unknown {
  if (typed === '') return required ? typed : undefined;
  return counted && /^\d{1,15}$/.test(typed.trim()) ? Number(typed) : typed;
}

/** A line of text or a number of the family. */
export function TextValue(props: TextValueProps) {
  const id = () => controlAt(props.path);
  const held = () => textIn(valueAt(props.form.family.document(), props.path));
  const error = () => props.form.wrongAt(pointerTo(props.path));
  return (
    <Field id={id()} label={props.label} hint={props.hint} error={error()}>
      <input
        id={id()}
        inputmode={props.counted ? 'numeric' : undefined}
        data-size={props.counted ? 'number' : undefined}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={describedBy(id(), error(), props.hint !== undefined)}
        aria-invalid={error() === undefined ? undefined : 'true'}
        value={held()}
        onBlur={() => {
          props.form.family.settle();
        }}
        onInput={(event) => {
          const value = valueOf(event.currentTarget.value, props);
          props.form.family.put(`Changing “${props.label}”`, props.path, value);
        }}
      />
    </Field>
  );
}
