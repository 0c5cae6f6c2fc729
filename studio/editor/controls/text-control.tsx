import { LineField } from '../../ui/line-field.tsx';
import { controlOf, errorOf, type Spot } from '../spot.ts';
import { textOf } from '../value.ts';

export interface ControlProps {
  readonly spot: Spot;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** The step of undo that a control makes. */
export const changeOf = ({ label }: Pick<ControlProps, 'label'>): string => `Change “${label}”`;

/** A text of the rules. An optional one that is emptied is taken away. */
export function TextControl(
  props: ControlProps & { readonly optional?: boolean; readonly rows?: number; readonly size?: 'short' },
) {
  return (
    <LineField
      id={controlOf(props.spot)}
      label={props.label}
      hint={props.hint}
      error={errorOf(props.spot)}
      rows={props.rows}
      size={props.size}
      value={textOf(props.spot.value())}
      onInput={(text) => {
        props.spot.put(props.optional && text === '' ? undefined : text, changeOf(props));
      }}
    />
  );
}
