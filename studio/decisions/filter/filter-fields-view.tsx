import { createMemo, Show } from 'solid-js';
import type { ListedRuleset } from '../../api.ts';
import type { Form } from '../../ui/create-form.ts';
import { DayField } from '../../ui/day-field.tsx';
import { GroupedSelect } from '../../ui/grouped-select.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { createPartNames } from './create-filter.ts';
import styles from '../decisions.module.css';
import type { FilterField } from './filter-fields.ts';
import { optionsOf, PartRowsField } from './part-rows-field.tsx';

interface FilterFieldsViewProps {
  readonly form: Form<FilterField>;
  /** Whether one version is chosen, and none of its parts. */
  readonly ofOne?: boolean;
}

const standings = [
  { value: '', text: 'Whether or not another stands in for them' },
  { value: 'false', text: 'Only those that still stand' },
  { value: 'true', text: 'Only those that another stands in for' },
];

const rulesOf = (rulesets: readonly ListedRuleset[], ofOne: boolean) =>
  rulesets.map(({ id, title, versions }) => ({
    title,
    options: [
      ...(ofOne ? [] : [{ value: id, text: `${id}, any version` }]),
      ...versions.map((version) => ({ value: `${id}@${version}`, text: `${id} ${version}` })),
    ],
  }));

/** By what kept decisions are looked for. */
export function FilterFieldsView(props: FilterFieldsViewProps) {
  const named = createPartNames(() => props.form.typed('rules'));
  const chosen = () => props.form.typed('rules') !== '';
  const opened = createMemo(() =>
    (['because', 'standing', 'keptFrom', 'keptTo'] as const).some(
      (name) => !['', '//'].includes(props.form.typed(name)) || props.form.wrong(name) !== undefined,
    ),
  );
  return (
    <>
      <div class={styles.pair}>
        <GroupedSelect
          id={props.form.control('rules')}
          label="Rules"
          error={props.form.wrong('rules')}
          none={props.ofOne ? 'Choose a version' : 'Any rules'}
          groups={rulesOf(named.overview.value()?.rulesets ?? [], props.ofOne ?? false)}
          value={props.form.typed('rules')}
          onChange={(rules) => {
            props.form.type('rules', rules);
          }}
        />
        <TextField form={props.form} name="family" label="Family" autocomplete="off" />
        <DayField
          form={props.form}
          name="from"
          legend="As of, from"
          hint="The day that was decided about, such as 1 12 2014."
        />
        <DayField form={props.form} name="to" legend="As of, up to" hint="The last day that counts." />
      </div>
      <Show when={!props.ofOne}>
        <PartRowsField
          form={props.form}
          name="parts"
          legend="Parts of the rules, and what each came to"
          hint={
            chosen()
              ? 'A decision is found where each of them came to this.'
              : 'Of any rules, eligibility can be asked for; choose rules to ask for their parts.'
          }
          groups={named.names().all}
          add="Add a part"
        />
      </Show>
      <details open={opened()}>
        <summary>More ways to narrow</summary>
        <div class={styles.inner}>
          <Show when={!props.ofOne}>
            <GroupedSelect
              id={props.form.control('because')}
              label="Met only because this did not apply"
              hint="With one part above that is met: those that would not be, were this not met where it does not apply."
              error={props.form.wrong('because')}
              none="Do not ask this"
              groups={optionsOf(named.names().all)}
              value={props.form.typed('because')}
              onChange={(part) => {
                props.form.type('because', part);
              }}
            />
          </Show>
          <SelectField
            id={props.form.control('standing')}
            label="Standing"
            options={standings}
            value={props.form.typed('standing')}
            onChange={(standing) => {
              props.form.type('standing', standing);
            }}
          />
          <div class={styles.pair}>
            <DayField form={props.form} name="keptFrom" legend="Kept, from" hint="The first day." />
            <DayField form={props.form} name="keptTo" legend="Kept, up to" hint="The last day." />
          </div>
        </div>
      </details>
    </>
  );
}
