import type { ClaimWindow } from '../api.ts';
import { standings } from '../reading/standing-tag.tsx';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './claims.module.css';
import { another, createWindowForm, type WindowForm } from './create-window-form.ts';

/** Where a window is from, and how sure that is. */
function SourceFields(props: { readonly form: WindowForm }) {
  return (
    <>
      <TextField
        form={props.form}
        name="title"
        label="Source"
        hint="The document that says when claims are taken."
        autocomplete="off"
      />
      <TextField
        form={props.form}
        name="at"
        label="Place in the source"
        hint="A paragraph or a page; it can be left empty."
        autocomplete="off"
      />
      <SelectField
        id={props.form.control('standing')}
        label="Standing"
        error={props.form.wrong('standing')}
        options={Object.entries(standings).map(([value, { word, meaning }]) => ({
          ...{ value, text: `${word}: ${meaning}` },
        }))}
        value={props.form.typed('standing')}
        onChange={(standing) => {
          props.form.type('standing', standing);
        }}
      />
      <TextArea form={props.form} name="note" label="Note" hint="It can be left empty." rows={2} />
    </>
  );
}

interface WindowFormProps {
  readonly windows: readonly ClaimWindow[];
  readonly onDone: (told: string) => void;
}

/** Puts a claim window in force. */
export function WindowFormView(props: WindowFormProps) {
  const { form, replace } = createWindowForm({
    windows: () => props.windows,
    onDone: (told) => {
      props.onDone(told);
    },
  });
  const replaceable = () => [
    { value: another, text: 'None: it is another window' },
    ...props.windows.map(({ window }) => ({
      ...{ value: window.id, text: `${window.label}, phase ${String(window.phase)}` },
    })),
  ];
  return (
    <section class={styles.part} aria-labelledby="put-title">
      <h2 id="put-title">Put a claim window in force</h2>
      <p>Runs that were begun keep the window that they were begun in.</p>
      <FormView form={form} send="Put it in force" sending="Putting it in force">
        <SelectField
          id={form.control('replaces')}
          label="In place of"
          options={replaceable()}
          value={form.typed('replaces')}
          hint="The fields below are then filled with it, to be put right."
          onChange={replace}
        />
        <TextField form={form} name="label" label="Name" hint="Such as April 2014." autocomplete="off" />
        <TextField form={form} name="programme" label="Programme" autocomplete="off" />
        <TextField form={form} name="phase" label="Phase" hint="Such as 1." autocomplete="off" />
        <DayField form={form} name="first" legend="First day" hint="Such as 1 4 2014." />
        <DayField
          form={form}
          name="last"
          legend="Last day"
          hint="The last on which claims are taken, such as 30 4 2014."
        />
        <SourceFields form={form} />
      </FormView>
    </section>
  );
}
