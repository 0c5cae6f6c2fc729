import type { Form } from '../ui/create-form.ts';
import { DayField } from '../ui/day-field.tsx';
import { TextArea } from '../ui/text-area.tsx';

/** From when to when, and why where that is needed. */
export function DaysFields(props: { readonly form: Form<'from' | 'to' | 'reason'> }) {
  return (
    <>
      <DayField
        form={props.form}
        name="from"
        legend="In force from"
        hint="The first day, such as 1 4 2026."
      />
      <DayField
        form={props.form}
        name="to"
        legend="Until (optional)"
        hint="The first day on which it is no longer in force."
      />
      <TextArea
        form={props.form}
        name="reason"
        label="Reason (needed for a day that is past)"
        hint="It is kept with the release."
      />
    </>
  );
}
