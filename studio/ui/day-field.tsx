import type { Form } from './create-form.ts';
import { DateFields } from './date-fields.tsx';
import { keptDay, typedDay } from './day-text.ts';

interface DayFieldProps<Name extends string> {
  readonly form: Form<Name>;
  readonly name: Name;
  readonly legend: string;
  readonly hint: string;
}

/** A day in a form, in three fields. */
export function DayField<Name extends string>(props: DayFieldProps<Name>) {
  return (
    <DateFields
      id={props.form.control(props.name)}
      legend={props.legend}
      hint={props.hint}
      value={typedDay(props.form.typed(props.name))}
      error={props.form.wrong(props.name)}
      onChange={(next) => {
        props.form.type(props.name, keptDay(next));
      }}
    />
  );
}
