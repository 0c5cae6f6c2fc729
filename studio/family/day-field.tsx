import { createEffect, createSignal, on } from 'solid-js';
import { isoOf, typedDay } from '../day-text.ts';
import { DateFields } from '../ui/date-fields.tsx';
import { type Path, pointerTo, textIn, valueAt } from './family-document.ts';
import { controlAt, type FormOfFamily } from './form-of-family.ts';

interface DayFieldProps {
  readonly form: FormOfFamily;
  readonly path: Path;
  readonly legend: string;
  readonly hint?: string | undefined;
  /** What stands in the family where nothing is typed: null, or that the key is not there. */
  readonly empty?: null;
}

/** A day of the family in three fields. Half a day stands in the family as typed, and is found to be no day. */
export function DayField(props: DayFieldProps) {
  const held = () => textIn(valueAt(props.form.family.document(), props.path));
  const [typed, setTyped] = createSignal(typedDay(held()));
  // What is typed is kept as it is typed; the family may change beside it, by undo or as JSON.
  createEffect(
    on(held, (now) => {
      if (isoOf(typed()) !== now) setTyped(typedDay(now));
    }),
  );
  return (
    <DateFields
      id={controlAt(props.path)}
      legend={props.legend}
      hint={props.hint}
      value={typed()}
      error={props.form.wrongAt(pointerTo(props.path))}
      onChange={(day) => {
        setTyped(day);
        const iso = isoOf(day);
        props.form.family.put(`Changing “${props.legend}”`, props.path, iso === '' ? props.empty : iso);
      }}
    />
  );
}
