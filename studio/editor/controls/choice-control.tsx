import type { Option } from '../../ui/select-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { controlOf, errorOf } from '../spot.ts';
import { changeOf, type ControlProps } from './text-control.tsx';

interface ChoiceControlProps extends ControlProps {
  readonly options: readonly Option[];
  /** What it says where nothing is chosen, which may then be chosen. */
  readonly none?: string | undefined;
}

/** One of several texts. */
export function ChoiceControl(props: ChoiceControlProps) {
  const options = () =>
    props.none === undefined ? props.options : [{ value: '', text: props.none }, ...props.options];
  const value = () => {
    const there = props.spot.value();
    return there === undefined ? '' : typeof there === 'string' ? there : JSON.stringify(there);
  };
  return (
    <SelectField
      id={controlOf(props.spot)}
      label={props.label}
      hint={props.hint}
      error={errorOf(props.spot)}
      options={options()}
      value={value()}
      onChange={(chosen) => {
        props.spot.put(chosen === '' ? undefined : chosen, changeOf(props));
      }}
    />
  );
}

/** Yes or no. */
export function YesNoControl(
  props: ControlProps & {
    readonly yes?: string;
    readonly no?: string;
    /** What it says where neither is written. */
    readonly none?: string;
  },
) {
  const options = () => [
    ...(props.none === undefined ? [] : [{ value: '', text: props.none }]),
    { value: 'true', text: props.yes ?? 'Yes' },
    { value: 'false', text: props.no ?? 'No' },
  ];
  const value = () => {
    const there = props.spot.value();
    return there === undefined ? '' : JSON.stringify(there);
  };
  return (
    <SelectField
      id={controlOf(props.spot)}
      label={props.label}
      hint={props.hint}
      error={errorOf(props.spot)}
      options={options()}
      value={value()}
      onChange={(chosen) => {
        props.spot.put(chosen === '' ? undefined : chosen === 'true', changeOf(props));
      }}
    />
  );
}
