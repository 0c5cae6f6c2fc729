import { Show } from 'solid-js';
import { SelectField } from '../../ui/select-field.tsx';
import { parametersOf } from '../names.ts';
import { type Unit, unitRows } from '../parameters/units.ts';
import { useRules } from '../rules.ts';
import { controlAt, controlOf, errorOf, saidOf } from '../spot.ts';
import { parameterIn } from '../value.ts';
import { NumberControl } from './number-control.tsx';
import styles from './controls.module.css';
import { changeOf, type ControlProps } from './text-control.tsx';

interface AmountControlProps extends ControlProps {
  /** The units that a parameter there may have; a number that is written in place is of the first. */
  readonly units: readonly [Unit, ...Unit[]];
  /** What it says where there is none, which may then be chosen. */
  readonly none?: string | undefined;
}

const written = '=';

/** A number: the one that a parameter holds, with its source, or one that is written in place. */
export function AmountControl(props: AmountControlProps) {
  const rules = useRules();
  const parameter = () => parameterIn(props.spot.value());
  const chosen = () => {
    const value = props.spot.value();
    return value === undefined ? '' : (parameter() ?? written);
  };
  const error = () => {
    const below = props.spot
      .at('parameter')
      .findings()
      .find(({ severity }) => severity === 'error');
    return below === undefined ? errorOf(props.spot) : saidOf(below);
  };
  const options = () => [
    ...(props.none === undefined ? [] : [{ value: '', text: props.none }]),
    ...parametersOf(rules, props.units),
    { value: written, text: `A number of its own, in ${unitRows[props.units[0]].after ?? props.units[0]}` },
  ];
  const choose = (value: string) => {
    const next = value === '' ? undefined : value === written ? 1 : { parameter: value };
    props.spot.put(next, changeOf(props));
  };
  return (
    <div class={styles.row}>
      <SelectField
        id={typeof props.spot.value() === 'number' ? `${controlOf(props.spot)}:how` : controlOf(props.spot)}
        label={props.label}
        hint={props.hint}
        error={chosen() === written ? undefined : error()}
        options={options()}
        value={chosen()}
        onChange={choose}
      />
      <Show when={chosen() === written}>
        <NumberControl spot={props.spot} label={`${props.label}: the number`} unit={props.units[0]} />
      </Show>
    </div>
  );
}

/** Yes or no, as it is written or as a parameter says. */
export function FlagControl(
  props: ControlProps & { readonly yes: string; readonly no: string; readonly none?: string },
) {
  const rules = useRules();
  const value = () => {
    const there = props.spot.value();
    return parameterIn(there) ?? (there === undefined ? '' : JSON.stringify(there));
  };
  const options = () => [
    ...(props.none === undefined ? [] : [{ value: '', text: props.none }]),
    { value: 'true', text: props.yes },
    { value: 'false', text: props.no },
    ...parametersOf(rules, ['yes-no']).map((one) => ({ ...one, text: `As a parameter says: ${one.text}` })),
  ];
  const choose = (chosen: string) => {
    const literal = chosen === 'true' || chosen === 'false';
    const next = chosen === '' ? undefined : literal ? chosen === 'true' : { parameter: chosen };
    props.spot.put(next, changeOf(props));
  };
  return (
    <SelectField
      id={controlAt(props.spot.file, props.spot.pointer)}
      label={props.label}
      hint={props.hint}
      error={errorOf(props.spot)}
      options={options()}
      value={value()}
      onChange={choose}
    />
  );
}
