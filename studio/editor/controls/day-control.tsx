import { dayOf, dayTyped } from '../../day-typed.ts';
import { DateFields, type DayText } from '../../ui/date-fields.tsx';
import { isDay } from '../parameters/units.ts';
import { controlOf, errorOf } from '../spot.ts';
import { textOf } from '../value.ts';
import { createTyped } from './create-typed.ts';
import { changeOf, type ControlProps } from './text-control.tsx';

/** A day in three fields. Half a day stays in the fields, and the rules keep the day they had. */
export function DayControl(props: ControlProps & { readonly optional?: boolean }) {
  const kept = () => textOf(props.spot.value());
  const isEmpty = ({ day, month, year }: DayText) => day === '' && month === '' && year === '';
  const { shown, hold } = createTyped(kept, dayTyped);
  const error = () => {
    const text = shown();
    if (props.optional === true && isEmpty(text)) return errorOf(props.spot);
    return isDay(dayOf(text)) ? errorOf(props.spot) : 'enter a day that there is, such as 1 9 2014';
  };
  return (
    <DateFields
      id={controlOf(props.spot)}
      legend={props.label}
      hint={props.hint ?? 'For example, 1 9 2014'}
      value={shown()}
      error={error()}
      onChange={(text) => {
        const day = dayOf(text);
        if (props.optional === true && isEmpty(text)) props.spot.put(undefined, changeOf(props));
        else if (isDay(day) && text.year.length === 4) props.spot.put(day, changeOf(props));
        hold(text);
      }}
    />
  );
}
