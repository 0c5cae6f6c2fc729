import { Show } from 'solid-js';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountControl } from '../controls/amount-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { controlOf, type Spot } from '../spot.ts';
import { memberOf } from '../value.ts';
import { AnchorForm } from './anchor-form.tsx';
import { UnitChoice } from './window-form.tsx';

const units = ['days', 'weeks', 'months'] as const;

/** What a fall is measured from: the span just before the window, or one that ends on a day of the family. */
export function BaselineForm(props: { readonly spot: Spot }) {
  const isBefore = () => memberOf(props.spot.value(), 'before') !== undefined;
  const unit = () => units.find((one) => memberOf(props.spot.value(), one) !== undefined) ?? 'months';
  const choose = (chosen: string) => {
    props.spot.put(
      chosen === 'before' ? { before: 'attachedOn', months: 1 } : { months: 1 },
      'Change what it is compared with',
    );
  };
  return (
    <fieldset class={styles.group}>
      <legend>Compared with</legend>
      <SelectField
        id={controlOf(props.spot)}
        label="The time"
        options={[
          { value: 'window', text: 'just before the window' },
          { value: 'before', text: 'before a day of the family' },
        ]}
        value={isBefore() ? 'before' : 'window'}
        onChange={choose}
      />
      <div class={styles.row}>
        <AmountControl
          spot={props.spot.at(unit())}
          label={`How many ${unit()} it is compared with`}
          units={[unit()]}
        />
        <Show when={!isBefore()}>
          <UnitChoice spot={props.spot} unit={unit()} />
        </Show>
      </div>
      <Show when={isBefore()}>
        <AnchorForm spot={props.spot.at('before')} label="Before" />
      </Show>
      <FindingList findings={props.spot.findings()} />
    </fieldset>
  );
}
