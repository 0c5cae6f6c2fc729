import { Show } from 'solid-js';
import type { DraftChecks } from '../api.ts';
import { CohortField, NoCohort, wholeOf } from '../cohorts/cohort-field.tsx';
import { createCohorts } from '../cohorts/create-cohorts.ts';
import { useDraft } from '../draft/editing.ts';
import { Answered } from '../frame/answered.tsx';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createSubmitting, type SubmitFields } from './create-submitting.ts';
import styles from './review.module.css';
import type { SubmitField } from './stated-impact.ts';

const stated: readonly SubmitField[] = ['cohort', 'day', 'fewest', 'most', 'leastPounds', 'mostPounds'];

/** The numbers that the author expects, over which cohort and on which day. */
function Numbers(props: { readonly form: SubmitFields }) {
  const cohorts = createCohorts(() => undefined);
  const isWrong = () => stated.some((name) => props.form.wrong(name) !== undefined);
  const field = (name: SubmitField, label: string, hint: string) => (
    <TextField form={props.form} name={name} label={label} hint={hint} autocomplete="off" />
  );
  return (
    <details open={isWrong() || props.form.typed('cohort') !== ''}>
      <summary>In numbers, over a cohort (optional)</summary>
      <div class={styles.inner}>
        <p>
          The server weighs it when it is submitted. Where that finds something else, an approval takes a
          reason.
        </p>
        <Answered answer={cohorts} waiting="Asking the server which cohorts there are.">
          {(known) => (
            <Show when={wholeOf(known().cohorts).length > 0} fallback={<NoCohort />}>
              <CohortField
                id={props.form.control('cohort')}
                error={props.form.wrong('cohort')}
                cohorts={wholeOf(known().cohorts)}
                value={props.form.typed('cohort')}
                onChange={(cohort) => {
                  props.form.type('cohort', cohort);
                }}
              />
              <DayField
                form={props.form}
                name="day"
                legend="As of"
                hint="The day on which every family is looked at, such as 1 12 2014."
              />
              {field('fewest', 'More families eligible: the least', 'Below 0 where fewer are, such as -200.')}
              {field('most', 'More families eligible: the most', 'The same as the least, where it is exact.')}
              {field('leastPounds', 'More pounds due: the least', 'Below 0 where less is, such as -4000.')}
              {field('mostPounds', 'More pounds due: the most', 'The same as the least, where it is exact.')}
            </Show>
          )}
        </Answered>
      </div>
    </details>
  );
}

/** Submits a draft in which nothing is wrong. */
export function SubmitForm(props: { readonly checks: DraftChecks }) {
  const { draft } = useDraft();
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
            hint={
              draft().kind === 'ruleset'
                ? 'Above every one that is published: the first figure where old decisions no longer compare, the second for other rules, the third for corrections.'
                : 'Above every one that is published.'
            }
            autocomplete="off"
          />
        </Show>
        <TextArea
          form={form}
          name="note"
          label="What do you expect it to change? (optional)"
          hint="For the approver: which families, by how much, and why."
        />
        <Show when={draft().kind === 'ruleset'}>
          <Numbers form={form} />
        </Show>
      </FormView>
    </section>
  );
}
