import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { AddThing } from '../add-thing.tsx';
import { sourceOptions } from '../names.ts';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import { begunIn } from './begun-in.ts';
import { isUnit, type Unit, unitNames, unitRows } from './units.ts';

function AddParameter() {
  const rules = useRules();
  const navigate = useNavigate();
  const [unit, setUnit] = createSignal<Unit>('count');
  const [source, setSource] = createSignal('');
  const sources = () => sourceOptions(rules);
  const add = ({ id, label }: { readonly id: string; readonly label: string }) => {
    const ref = source() === '' ? (sources()[0]?.value ?? '') : source();
    const value = { label, ...begunIn(unit()), source: { ref, standing: 'unverified' } };
    rules.top.at('parameters', id).put(value, 'Add a parameter');
    navigate(draftAddress(rules.editing.draft().id, `parameters/${id}`));
  };
  return (
    <AddThing
      what="the parameter"
      kind="a parameter"
      id="add-parameter"
      label="Name"
      hint="In words that a policy lead would use, such as “Exclusions that identify a child”"
      onAdd={add}
    >
      <SelectField
        id="add-parameter:unit"
        label="Unit"
        options={unitNames.map((value) => ({ value, text: unitRows[value].word }))}
        value={unit()}
        onChange={(chosen) => {
          if (isUnit(chosen)) setUnit(chosen);
        }}
      />
      <SelectField
        id="add-parameter:source"
        label="Source"
        hint="Its standing begins as unverified."
        options={sources()}
        value={source() === '' ? (sources()[0]?.value ?? '') : source()}
        onChange={setSource}
      />
    </AddThing>
  );
}

/** Adds a parameter, which is then given its value. */
export function AddParameterScreen() {
  return (
    <Part title="Add a parameter" above={{ of: 'parameters', text: 'Parameters' }}>
      {() => <AddParameter />}
    </Part>
  );
}
