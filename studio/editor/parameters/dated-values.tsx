import { Index, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import styles from '../controls/controls.module.css';
import { DayControl } from '../controls/day-control.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { focusOn } from '../focus-on.ts';
import { useRules } from '../rules.ts';
import { changeAll, controlOf, type Spot } from '../spot.ts';
import { listOf, memberOf, textOf } from '../value.ts';
import { isUnit, unitRows } from './units.ts';
import { ValueControl } from './value-control.tsx';

/** The day after a year, for a value that is added behind another. */
function yearAfter(day: string): string {
  const [year = '', month = '', of = ''] = day.split('-');
  return `${Number(year) + 1}-${month}-${of === '29' && month === '02' ? '28' : of}`;
}

function DatedValue(props: {
  readonly spot: Spot;
  readonly at: number;
  readonly parameter: string;
  readonly onRemove: () => void;
}) {
  const number = () => props.at + 1;
  return (
    <fieldset class={styles.group}>
      <legend>Value {number()}</legend>
      <ValueControl spot={props.spot.at('value')} label={`Value ${number()}`} parameter={props.parameter} />
      <div class={styles.row}>
        <DayControl spot={props.spot.at('from')} label="From" />
        <DayControl
          spot={props.spot.at('to')}
          label="First day it no longer holds"
          hint="Empty: until the next value, or without end"
          optional
        />
      </div>
      <details class={styles.more}>
        <summary>Source of value {number()}</summary>
        <SourceControl spot={props.spot.at('source')} legend={`Source of value ${number()}`} optional />
      </details>
      <div>
        <Button onPress={props.onRemove}>Remove value {number()}</Button>
      </div>
    </fieldset>
  );
}

/** The values of a parameter by day, in order. With one value for every day there is a way to have them by day. */
export function DatedValues(props: { readonly spot: Spot; readonly parameter: string }) {
  const rules = useRules();
  const values = () => listOf(memberOf(props.spot.value(), 'values'));
  const isDated = () => memberOf(props.spot.value(), 'values') !== undefined;
  const byDay = () => {
    const value = memberOf(props.spot.value(), 'value');
    changeAll(props.spot, 'Give values by day', [
      { set: [...props.spot.path, 'values'], value: [{ from: '2012-04-01', value }] },
      { remove: [...props.spot.path, 'value'] },
    ]);
    focusOn(controlOf(props.spot.at('values', 0, 'value')));
  };
  const forEveryDay = () => {
    changeAll(props.spot, 'Give one value for every day', [
      { set: [...props.spot.path, 'value'], value: memberOf(values().at(-1), 'value') },
      { remove: [...props.spot.path, 'values'] },
    ]);
    focusOn(controlOf(props.spot.at('value')));
  };
  const add = () => {
    const last = values().at(-1);
    const unit = textOf(memberOf(props.spot.value(), 'unit'));
    const value = memberOf(last, 'value') ?? (isUnit(unit) ? unitRows[unit].first : 0);
    const until = textOf(memberOf(last, 'to'));
    const from = until === '' ? yearAfter(textOf(memberOf(last, 'from')) || '2012-04-01') : until;
    const at = values().length;
    changeAll(props.spot, 'Add a value', [
      { insert: [...props.spot.path, 'values', at], value: { from, value } },
    ]);
    focusOn(controlOf(props.spot.at('values', at, 'value')));
  };
  const remove = (at: number) => {
    if (values().length === 1) forEveryDay();
    else changeAll(props.spot, 'Remove a value', [{ remove: [...props.spot.path, 'values', at] }]);
    focusOn(controlOf(props.spot.at('values', Math.max(0, at - 1), 'value')));
  };
  return (
    <div class={styles.stack}>
      <Show
        when={isDated()}
        fallback={
          <>
            <ValueControl spot={props.spot.at('value')} label="Value" parameter={props.parameter} />
            <div>
              <Button onPress={byDay}>Let it change by day</Button>
            </div>
          </>
        }
      >
        <Index each={values()}>
          {(_, at) => (
            <DatedValue
              spot={rules.top.at('parameters', props.parameter, 'values', at)}
              at={at}
              parameter={props.parameter}
              onRemove={() => {
                remove(at);
              }}
            />
          )}
        </Index>
        <div class={styles.buttons}>
          <Button onPress={add}>Add another value</Button>
          <Button onPress={forEveryDay}>Have one value for every day</Button>
        </div>
      </Show>
    </div>
  );
}
