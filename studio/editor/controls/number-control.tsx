import { LineField } from '../../ui/line-field.tsx';
import { type Unit, unitRows } from '../parameters/units.ts';
import { controlOf, errorOf } from '../spot.ts';
import { createTyped } from './create-typed.ts';
import { changeOf, type ControlProps } from './text-control.tsx';

/**
 * A number as its unit is typed: money in pounds, kept in pence. What is not a number of that unit stays in the field,
 * with why, and the rules keep the number they had.
 */
export function NumberControl(props: ControlProps & { readonly unit: Unit; readonly optional?: boolean }) {
  const unit = () => unitRows[props.unit];
  const kept = () => {
    const value = props.spot.value();
    return typeof value === 'number' ? (unit().write?.(value) ?? String(value)) : '';
  };
  const { held, shown, hold, letGo } = createTyped(kept, (text) => text);
  const isWrong = (text: string) =>
    unit().read?.(text) === undefined && !(props.optional === true && text.trim() === '');
  const error = () => {
    const text = held();
    return text !== undefined && isWrong(text) ? unit().wrong : errorOf(props.spot);
  };
  return (
    <LineField
      id={controlOf(props.spot)}
      label={props.label}
      hint={props.hint}
      error={error()}
      size="short"
      numeric
      before={unit().before}
      after={unit().after}
      value={shown()}
      onInput={(text) => {
        if (!isWrong(text)) props.spot.put(unit().read?.(text), changeOf(props));
        hold(text);
      }}
      onLeave={() => {
        const text = held();
        if (text !== undefined && !isWrong(text)) letGo();
      }}
    />
  );
}
