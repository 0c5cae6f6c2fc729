import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { type Option, SelectField } from '../../ui/select-field.tsx';
import { AddThing } from '../add-thing.tsx';
import { parametersOf, sourceOptions } from '../names.ts';
import { Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { changeAll } from '../spot.ts';
import { listOf, memberOf } from '../value.ts';

type Added = 'payment' | 'pot' | 'grant';

interface AddingRow {
  readonly list: 'payments' | 'pots' | 'grants';
  readonly hint: string;
  /** What one begins with, with an amount. */
  readonly fresh: (amount: unknown) => Readonly<Record<string, unknown>>;
}

const rows: Readonly<Record<Added, AddingRow>> = {
  payment: {
    list: 'payments',
    hint: 'Such as “Crime and education result”',
    fresh: (amount) => ({ kind: 'result', amount }),
  },
  pot: { list: 'pots', hint: 'Such as “Results of one family”', fresh: (cap) => ({ cap }) },
  grant: {
    list: 'grants',
    hint: 'Such as “Coordinator of the programme”',
    fresh: (amount) => ({ amount, each: 'year' }),
  },
};

/** Amounts that parameters hold; without any, nothing, to be written in place. */
const amountsIn = (rules: Rules): readonly Option[] => [
  ...parametersOf(rules, ['pence']),
  { value: '', text: 'An amount of its own, £0 to begin with' },
];

function AddMoney(props: { readonly kind: Added }) {
  const rules = useRules();
  const navigate = useNavigate();
  const [amount, setAmount] = createSignal<string>();
  const [source, setSource] = createSignal<string>();
  const amountOf = () => amount() ?? amountsIn(rules)[0]?.value ?? '';
  const ref = () => source() ?? sourceOptions(rules)[0]?.value ?? '';
  const add = ({ id, label }: { readonly id: string; readonly label: string }) => {
    const { list, fresh } = rows[props.kind];
    const held = amountOf() === '' ? 0 : { parameter: amountOf() };
    const value = { id, label, ...fresh(held), source: { ref: ref(), standing: 'unverified' } };
    const there = listOf(memberOf(rules.document(), list));
    const missing = memberOf(rules.document(), list) === undefined;
    changeAll(rules.top, `Add a ${props.kind}`, [
      missing ? { set: [list], value: [value] } : { insert: [list, there.length], value },
    ]);
    navigate(draftAddress(rules.editing.draft().id, `${list}/${id}`));
  };
  return (
    <AddThing
      what={`the ${props.kind}`}
      kind={`a ${props.kind}`}
      id="add-money"
      label="Name"
      hint={rows[props.kind].hint}
      onAdd={add}
    >
      <SelectField
        id="add-money:amount"
        label={props.kind === 'pot' ? 'At most, for one family' : 'Amount'}
        options={amountsIn(rules)}
        value={amountOf()}
        onChange={setAmount}
      />
      <SelectField
        id="add-money:source"
        label="Where does it come from?"
        hint="Its standing begins as unverified."
        options={sourceOptions(rules)}
        value={ref()}
        onChange={setSource}
      />
    </AddThing>
  );
}

const screen = (kind: Added) => () => (
  <Part title={`Add a ${kind}`} above={{ of: 'payments', text: 'Payments' }}>
    {() => <AddMoney kind={kind} />}
  </Part>
);

export const AddPaymentScreen = screen('payment');
export const AddPotScreen = screen('pot');
export const AddGrantScreen = screen('grant');
