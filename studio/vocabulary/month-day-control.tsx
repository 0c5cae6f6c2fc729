import { createTyped } from '../editor/controls/create-typed.ts';
import controls from '../editor/controls/controls.module.css';
import { changeOf, type ControlProps } from '../editor/controls/text-control.tsx';
import { controlOf, errorOf } from '../editor/spot.ts';
import { textOf } from '../editor/value.ts';
import { LineField } from '../ui/line-field.tsx';
import { monthDayOf, type MonthDayText, monthDayTyped } from './month-day.ts';

/** A day of every year in two fields. Half of one stays in the fields, and the vocabulary keeps the day it had. */
export function MonthDayControl(props: ControlProps) {
  const { shown, hold } = createTyped(() => textOf(props.spot.value()), monthDayTyped);
  const error = () =>
    monthDayOf(shown()) === undefined
      ? 'enter a day and a month that every year has, such as 31 8'
      : errorOf(props.spot);
  const type = (text: MonthDayText) => {
    const day = monthDayOf(text);
    if (day !== undefined) props.spot.put(day, changeOf(props));
    hold(text);
  };
  return (
    <fieldset class={controls.group}>
      <legend>{props.label}</legend>
      <div class={controls.row}>
        <LineField
          id={controlOf(props.spot)}
          label="Day"
          error={error()}
          value={shown().day}
          size="short"
          numeric
          onInput={(day) => {
            type({ ...shown(), day: day.trim() });
          }}
        />
        <LineField
          id={`${controlOf(props.spot)}:month`}
          label="Month"
          value={shown().month}
          size="short"
          numeric
          onInput={(month) => {
            type({ ...shown(), month: month.trim() });
          }}
        />
      </div>
    </fieldset>
  );
}
