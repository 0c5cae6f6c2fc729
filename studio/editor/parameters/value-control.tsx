import { createSignal, Match, Show, Switch } from 'solid-js';
import { SelectField } from '../../ui/select-field.tsx';
import { ChoiceControl, YesNoControl } from '../controls/choice-control.tsx';
import { DayControl } from '../controls/day-control.tsx';
import { KindsControl } from '../controls/kinds-control.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import type { ControlProps } from '../controls/text-control.tsx';
import { useRules } from '../rules.ts';
import { memberOf, textOf, textsOf } from '../value.ts';
import { fieldTestedBy, kindFields } from './kind-fields.ts';
import { isUnit, type Typed, unitRows } from './units.ts';

interface ValueControlProps extends ControlProps {
  readonly parameter: string;
}

function KindsValue(props: ValueControlProps) {
  const rules = useRules();
  const [chosen, setChosen] = createSignal('');
  const tested = () => fieldTestedBy(rules, props.parameter);
  const field = () => tested() ?? kindFields(rules).find(({ id }) => id === chosen());
  return (
    <>
      <Show when={tested() === undefined}>
        <SelectField
          id={`at:kinds-of:${props.spot.pointer}`}
          label="Take the kinds of"
          hint="No fact tests anything against this parameter yet."
          options={[
            { value: '', text: 'no field: I write them' },
            ...kindFields(rules).map(({ id, text }) => ({ value: id, text })),
          ]}
          value={chosen()}
          onChange={setChosen}
        />
      </Show>
      <KindsControl spot={props.spot} label={props.label} options={field()?.kinds ?? []} />
    </>
  );
}

/** A value of a parameter, as its unit is typed or chosen. */
export function ValueControl(props: ValueControlProps) {
  const rules = useRules();
  const parameter = () => rules.top.at('parameters', props.parameter).value();
  const unit = () => {
    const named = textOf(memberOf(parameter(), 'unit'));
    return isUnit(named) ? named : 'count';
  };
  const is = (typed: Typed) => unitRows[unit()].typed === typed;
  const choices = () =>
    textsOf(memberOf(parameter(), 'choices')).map((value) => ({ value, text: value.replaceAll('-', ' ') }));
  return (
    <Switch>
      <Match when={is('number')}>
        <NumberControl spot={props.spot} label={props.label} hint={props.hint} unit={unit()} />
      </Match>
      <Match when={is('yes-no')}>
        <YesNoControl spot={props.spot} label={props.label} hint={props.hint} />
      </Match>
      <Match when={is('day')}>
        <DayControl spot={props.spot} label={props.label} hint={props.hint} />
      </Match>
      <Match when={is('choice')}>
        <ChoiceControl spot={props.spot} label={props.label} hint={props.hint} options={choices()} />
      </Match>
      <Match when={is('kinds')}>
        <KindsValue spot={props.spot} label={props.label} hint={props.hint} parameter={props.parameter} />
      </Match>
    </Switch>
  );
}
