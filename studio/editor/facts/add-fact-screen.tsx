import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import type { MeasureName } from '../conditions/measured.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { AddThing } from '../add-thing.tsx';
import { Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { factKinds, factNames, isFactKind, typesFor } from './fact-kinds.ts';

const whom = [
  { value: 'family', text: 'the family as a whole' },
  { value: 'each', text: 'each member by themselves' },
];

function createAdding(rules: Rules) {
  const [kind, setKind] = createSignal<MeasureName>('count');
  const [type, setType] = createSignal('');
  const [of, setOf] = createSignal('family');
  const types = () => typesFor(rules, kind());
  const chosen = () => (types().some(({ value }) => value === type()) ? type() : (types()[0]?.value ?? ''));
  const isEach = () => {
    const { each } = factKinds[kind()];
    return each === 'always' || (each === 'either' && of() === 'each');
  };
  const fresh = (label: string) => ({
    label,
    ...(isEach() ? { each: {} } : {}),
    ...factKinds[kind()].fresh(chosen(), rules),
  });
  return { kind, setKind, types, chosen, setType, of, setOf, fresh };
}

function AddFact() {
  const rules = useRules();
  const navigate = useNavigate();
  const adding = createAdding(rules);
  return (
    <AddThing
      what="the fact"
      kind="a fact"
      id="add-fact"
      label="Name"
      hint="As it stands in a sentence, such as “fixed-term exclusions” or “a child protection plan”"
      onAdd={({ id, label }) => {
        rules.top.at('facts', id).put(adding.fresh(label), 'Add a fact');
        navigate(draftAddress(rules.editing.draft().id, `facts/${id}`));
      }}
    >
      <SelectField
        id="add-fact:kind"
        label="What does it measure?"
        hint={factKinds[adding.kind()].hint}
        options={factNames.map((value) => ({ value, text: factKinds[value].word }))}
        value={adding.kind()}
        onChange={(chosen) => {
          if (isFactKind(chosen)) adding.setKind(chosen);
        }}
      />
      <Show when={factKinds[adding.kind()].shapes}>
        <SelectField
          id="add-fact:type"
          label="From which records?"
          options={adding.types()}
          value={adding.chosen()}
          onChange={adding.setType}
        />
      </Show>
      <Show when={factKinds[adding.kind()].each === 'either'}>
        <SelectField
          id="add-fact:each"
          label="Measured for"
          options={whom}
          value={adding.of()}
          onChange={adding.setOf}
        />
      </Show>
    </AddThing>
  );
}

/** Adds a fact, which is then told when to look and at which records. */
export function AddFactScreen() {
  return (
    <Part title="Add a fact" above={{ of: 'facts', text: 'Facts' }}>
      {() => <AddFact />}
    </Part>
  );
}
