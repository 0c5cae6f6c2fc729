import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { AddThing } from '../add-thing.tsx';
import { Part } from '../part.tsx';
import { useRules } from '../rules.ts';
import { changeAll } from '../spot.ts';
import { idOf, keysOf, listOf, memberOf, textOf } from '../value.ts';

function AddCase() {
  const rules = useRules();
  const navigate = useNavigate();
  const [family, setFamily] = createSignal<string>();
  const all = () => listOf(memberOf(rules.cases.value(), 'cases'));
  const families = () => keysOf(memberOf(rules.cases.value(), 'families'));
  const use = () => family() ?? families()[0] ?? '';
  const add = ({ id, label }: { readonly id: string; readonly label: string }) => {
    const asOf = textOf(memberOf(all().at(-1), 'asOf')) || '2014-04-01';
    const value = { id, name: label, asOf, given: { use: use() }, expect: {} };
    changeAll(rules.cases, 'Add a case', [{ insert: ['cases', all().length], value }]);
    navigate(draftAddress(rules.editing.draft().id, `cases/${id}`));
  };
  return (
    <AddThing
      what="the case"
      id="add-case"
      label="Name"
      hint="A sentence that a policy lead would say, such as “Three exclusions in three terms identify a child”"
      taken={new Set(all().map(idOf))}
      onAdd={add}
    >
      <SelectField
        id="add-case:family"
        label="Which family is it about?"
        hint="What is otherwise in this case is said next."
        options={families().map((value) => ({ value, text: value.replaceAll('-', ' ') }))}
        value={use()}
        onChange={setFamily}
      />
    </AddThing>
  );
}

/** Adds a case, which is then told what to expect. */
export function AddCaseScreen() {
  return (
    <Part title="Add a case" above={{ of: 'cases', text: 'Cases' }}>
      {() => <AddCase />}
    </Part>
  );
}
