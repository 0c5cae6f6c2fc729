import { createSignal } from 'solid-js';
import { focusOn } from '../editor/focus-on.ts';
import { controlOf, type Spot } from '../editor/spot.ts';
import { keysOf } from '../editor/value.ts';
import { SelectField } from '../ui/select-field.tsx';
import { type Added, AddNamed } from './add-named.tsx';
import { Adding } from './adding.tsx';
import { freshField, linesOf, valuesOf } from './fresh.ts';
import { fieldTypes, optionsOf } from './in-words.ts';
import { naming } from './naming.ts';

interface AddFieldProps {
  readonly spot: Spot;
  readonly elsewhere: readonly string[];
}

function AddFieldForm(props: AddFieldProps & { readonly onDone: () => void }) {
  const [type, setType] = createSignal('yes-no');
  const add = ({ id, label, said }: Added) => {
    const values = valuesOf(linesOf(said['values'] ?? ''));
    props.spot.at(id).put(freshField(type(), label, values), 'Add a field');
    props.onDone();
    focusOn(`${controlOf(props.spot.at(id))}:change`);
  };
  return (
    <AddNamed
      what="the field"
      id="add-field"
      label="Label of the field"
      hint="As it stands in a sentence, such as “how it was dealt with”"
      naming={naming.field}
      taken={new Set([...keysOf(props.spot.value()), ...props.elsewhere])}
      asks={[
        {
          name: 'values',
          label: 'Its values',
          hint: 'One on each line, as it stands in a sentence. More can be added later.',
          rows: 4,
          wrong: 'enter at least one value',
          when: () => type() === 'kind',
        },
      ]}
      onAdd={add}
    >
      <SelectField
        id="add-field:type"
        label="What it can be"
        options={optionsOf(fieldTypes)}
        value={type()}
        onChange={setType}
      />
    </AddNamed>
  );
}

/** Adds a field, whole: a choice with its first values. */
export function AddField(props: AddFieldProps) {
  return (
    <Adding ask="Add a field" id={`${controlOf(props.spot)}:add`} first="add-field:label">
      {(close) => <AddFieldForm {...props} onDone={close} />}
    </Adding>
  );
}
