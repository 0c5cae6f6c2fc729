import { Show } from 'solid-js';
import type { DraftChecks } from '../api.ts';
import { useDraft } from '../draft/editing.ts';
import { FormView } from '../ui/form-view.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createSubmitting } from './create-submitting.ts';
import styles from './review.module.css';

/** Submits a draft in which nothing is wrong. */
export function SubmitForm(props: { readonly checks: DraftChecks }) {
  const form = createSubmitting(useDraft(), () => props.checks);
  return (
    <section class={styles.act} aria-labelledby="submit-title">
      <h2 id="submit-title">Submit for approval</h2>
      <p>
        Somebody who has not written on it then approves exactly this, or sends it back. To change it after
        that takes it back.
      </p>
      <FormView form={form} send="Submit" sending="Submitting">
        <Show when={props.checks.proposedVersion !== null}>
          <TextField
            form={form}
            name="version"
            label="Number of the version"
            hint="Above every one that is published: the first figure where old decisions no longer compare, the second for other rules, the third for corrections."
            autocomplete="off"
          />
        </Show>
        <TextArea
          form={form}
          name="note"
          label="What do you expect it to change? (optional)"
          hint="For the approver: which families, by how much, and why."
        />
        <TextField
          form={form}
          name="fewest"
          label="More families eligible: the least you expect (optional)"
          hint="Below 0 where fewer are eligible, such as -200."
          autocomplete="off"
        />
        <TextField
          form={form}
          name="most"
          label="More families eligible: the most (optional)"
          hint="The same as the least, where it is exact."
          autocomplete="off"
        />
      </FormView>
    </section>
  );
}
