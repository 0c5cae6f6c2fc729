import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import type { IdKind } from '../../engine.ts';
import { type Option, SelectField } from '../../ui/select-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { AddThing } from '../add-thing.tsx';
import { NewConditionFields } from '../conditions/new-condition.tsx';
import { sourceOptions } from '../names.ts';
import { Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { changeAll } from '../spot.ts';
import { listOf, memberOf, textOf, valueAt } from '../value.ts';
import { ruleKinds } from './rule-kinds.ts';

type Added = 'criterion' | 'route' | 'outcome';

interface AddingRow {
  readonly kind: IdKind;
  readonly title: string;
  readonly hint: string;
  /** Where one is edited, below the draft. */
  readonly at: string;
}

const rows: Readonly<Record<Added, AddingRow>> = {
  criterion: {
    kind: 'a criterion',
    title: 'Add a criterion',
    hint: 'What is found of a family, such as “A child is not in school as they should be”',
    at: 'criteria',
  },
  route: {
    kind: 'a route',
    title: 'Add a route',
    hint: 'How a family comes to be eligible, such as “Two national criteria and a local reason”',
    at: 'routes',
  },
  outcome: {
    kind: 'an outcome',
    title: 'Add an outcome',
    hint: 'What counts as a result, such as “An adult has moved off benefits into work”',
    at: 'outcomes',
  },
};

/** Whose rules there are already. */
function groupsIn(rules: Rules): readonly Option[] {
  const groups = listOf(memberOf(rules.document(), 'criteria')).map((one) => textOf(memberOf(one, 'group')));
  return [...new Set([...groups, 'national', 'local'])]
    .filter((group) => group !== '')
    .map((value) => ({ value, text: value.replaceAll('-', ' ') }));
}

function AddRule(props: { readonly kind: Added }) {
  const rules = useRules();
  const navigate = useNavigate();
  const [make, setMake] = createSignal<(owner: string) => unknown>();
  const [group, setGroup] = createSignal('local');
  const [source, setSource] = createSignal('');
  const [at, setAt] = createSignal('');
  const ref = () => (source() === '' ? (sourceOptions(rules)[0]?.value ?? '') : source());
  const add = ({ id, label }: { readonly id: string; readonly label: string }) => {
    const { list } = ruleKinds[props.kind];
    const place = at().trim() === '' ? {} : { at: at().trim() };
    const rule = {
      id,
      ...(props.kind === 'criterion' ? { group: group() } : {}),
      label,
      when: make()?.(id),
      source: { ref: ref(), ...place, standing: 'unverified' },
    };
    const there = listOf(valueAt(rules.document(), list)).length;
    changeAll(rules.top, rows[props.kind].title, [{ insert: [...list, there], value: rule }]);
    navigate(draftAddress(rules.editing.draft().id, `${rows[props.kind].at}/${id}`));
  };
  return (
    <AddThing
      what={`the ${props.kind}`}
      kind={rows[props.kind].kind}
      id="add-rule"
      label="Name"
      hint={rows[props.kind].hint}
      check={() => (make() === undefined ? 'choose what must hold' : undefined)}
      onAdd={add}
    >
      <Show when={props.kind === 'criterion'}>
        <SelectField
          id="add-rule:group"
          label="Whose rule is it?"
          options={groupsIn(rules)}
          value={group()}
          onChange={setGroup}
        />
      </Show>
      <SelectField
        id="add-rule:source"
        label="Where does it come from?"
        hint="Its standing begins as unverified."
        options={sourceOptions(rules)}
        value={ref()}
        onChange={setSource}
      />
      <LineField id="add-rule:at" label="Paragraph, page or row" size="short" value={at()} onInput={setAt} />
      <NewConditionFields
        id="add-rule"
        amongMembers={false}
        onAsked={(next) => {
          setMake(() => next);
        }}
      />
    </AddThing>
  );
}

const screen = (kind: Added) => () => (
  <Part title={rows[kind].title} above={ruleKinds[kind].listed}>
    {() => <AddRule kind={kind} />}
  </Part>
);

export const AddCriterionScreen = screen('criterion');
export const AddRouteScreen = screen('route');
export const AddOutcomeScreen = screen('outcome');
