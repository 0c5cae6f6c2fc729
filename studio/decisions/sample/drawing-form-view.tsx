import { FormView } from '../../ui/form-view.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { createPartNames } from '../filter/create-filter.ts';
import type { DrawingForm } from './create-sample.ts';
import styles from '../decisions.module.css';
import { FilterFieldsView } from '../filter/filter-fields-view.tsx';
import { PartRowsField } from '../filter/part-rows-field.tsx';

/** How a sample is drawn, and of which decisions. */
export function DrawingFormView(props: { readonly form: DrawingForm }) {
  const named = createPartNames(() => props.form.typed('rules'));
  const line = (
    name: 'seed' | 'percent' | 'minimum',
    words: { label: string; hint: string; short?: boolean },
  ) => (
    <LineField
      id={props.form.control(name)}
      label={words.label}
      hint={words.hint}
      error={props.form.wrong(name)}
      size={words.short ? 'short' : 'whole'}
      numeric={words.short}
      value={props.form.typed(name)}
      onInput={(text) => {
        props.form.type(name, text);
      }}
    />
  );
  return (
    <FormView form={props.form} send="Draw the sample" sending="Drawing">
      {line('seed', {
        label: 'Seed',
        hint: 'Any words or numbers, chosen before anybody has looked. Whoever has it draws the same sample.',
      })}
      <div class={`${styles.pair} ${styles.short}`}>
        {line('percent', { label: 'Percentage', hint: 'Of the decisions there are.', short: true })}
        {line('minimum', { label: 'At least', hint: 'So many, where there are as many.', short: true })}
      </div>
      <PartRowsField
        form={props.form}
        name="risks"
        legend="Risks"
        hint="A decision in which a part came to this is drawn sooner. Every decision weighs 1; so much is added."
        groups={named.names().judged}
        add="Add a risk"
        weighed
      />
      <details open={props.form.mistakes().length > 0}>
        <summary>Choose which decisions it is drawn from</summary>
        <div class={styles.inner}>
          <FilterFieldsView form={props.form} />
        </div>
      </details>
    </FormView>
  );
}
