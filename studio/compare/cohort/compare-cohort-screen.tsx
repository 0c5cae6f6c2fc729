import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { compareCohortAddress, comparisonAddress } from '../../addresses.ts';
import type { Job, ListedCohort, Overview } from '../../api.ts';
import { CohortField, NoCohort, wholeOf } from '../../cohorts/cohort-field.tsx';
import { createCohorts } from '../../cohorts/create-cohorts.ts';
import { dayInWords } from '../../day-in-words.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { instantInWords } from '../../instant-in-words.ts';
import { createOverview } from '../../session/create-overview.ts';
import { CheckBoxes } from '../../ui/check-boxes.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FormView } from '../../ui/form-view.tsx';
import { counted } from '../../ui/number-in-words.ts';
import { RowList } from '../../ui/row-list.tsx';
import styles from './cohort.module.css';
import { comparisonName } from './comparison-in-words.ts';
import { type AskingForm, createAsking } from './create-asking.ts';
import { createJobs } from './create-jobs.ts';
import { JobStateTag } from './job-states.tsx';
import { VersionsAsked } from './versions-asked.tsx';

interface AskingProps {
  readonly form: AskingForm;
  readonly rulesets: Overview['rulesets'];
  readonly cohorts: readonly ListedCohort[];
}

/** The versions, the cohort and the day. */
function Asking(props: AskingProps) {
  return (
    <FormView form={props.form} send="Compare" sending="Asking">
      <VersionsAsked form={props.form} rulesets={props.rulesets} />
      <CohortField
        id={props.form.control('cohort')}
        error={props.form.wrong('cohort')}
        cohorts={props.cohorts}
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
      <details open={props.form.wrong('restate') !== undefined}>
        <summary>As if attached on another day</summary>
        <div class={styles.inner}>
          <DayField
            form={props.form}
            name="restate"
            legend="Attached on, as restated"
            hint="Under every version but the first, where their programme began later. Which edits cause what changes then cannot be said of the first step."
          />
        </div>
      </details>
      <CheckBoxes
        form={props.form}
        name="causes"
        legend="Which edits cause what changes"
        hint="It takes longer, and can be said of versions that have ids in common."
        boxes={[
          {
            value: 'causes',
            label: 'Say it for every family',
            hint: 'And what each edit explains of the sum.',
          },
        ]}
      />
    </FormView>
  );
}

function JobLine(props: { readonly job: Job }) {
  const question = () => props.job.question;
  return (
    <>
      <div class={styles.name}>
        <h3>
          <a href={comparisonAddress(props.job.id)}>{comparisonName(props.job)}</a>
        </h3>
        <JobStateTag state={props.job.state} />
      </div>
      <p>
        {question().cohort.title}, {counted(question().cohort.families, 'family', 'families')}, as of{' '}
        {dayInWords(question().asOf)}
      </p>
      <p class={styles.aside}>
        {instantInWords(props.job.createdAt)}, by {props.job.createdBy.name}
      </p>
    </>
  );
}

/** Comparisons that were asked before. */
function Asked() {
  const [search] = useSearchParams<{ after: string }>();
  const jobs = createJobs(() => search.after);
  return (
    <section class={styles.part} aria-labelledby="asked-title">
      <h2 id="asked-title">Comparisons asked before</h2>
      <Answered answer={jobs} waiting="Asking the server for them.">
        {(known) => (
          <>
            <Show when={known().jobs.length > 0} fallback={<p>None was asked yet.</p>}>
              <RowList rows={known().jobs} class={styles.jobs}>
                {(job) => <JobLine job={job()} />}
              </RowList>
            </Show>
            <Show when={known().next}>
              {(last) => (
                <p>
                  <a href={compareCohortAddress({ after: last() })}>Older ones</a>
                </p>
              )}
            </Show>
          </>
        )}
      </Answered>
    </section>
  );
}

/** Asks for versions to be compared over a whole cohort. */
export function CompareCohortScreen() {
  const overview = createOverview();
  const cohorts = createCohorts(() => undefined);
  const form = createAsking();
  const whole = () => wholeOf(cohorts.value()?.cohorts ?? []);
  return (
    <Screen
      title="Compare over a cohort"
      wrong={form.mistakes().length > 0}
      trail={[{ href: '/compare', text: 'Compare' }]}
      lead={
        <p>
          What two versions of the rules or more say differently of many families, in pounds, and because of
          which edits.
        </p>
      }
    >
      <Answered answer={overview} waiting="Asking the server what there is.">
        {(known) => (
          <Answered answer={cohorts} waiting="Asking the server which cohorts there are.">
            {() => (
              <Show when={whole().length > 0} fallback={<NoCohort />}>
                <Asking form={form} rulesets={known().rulesets} cohorts={whole()} />
              </Show>
            )}
          </Answered>
        )}
      </Answered>
      <Asked />
    </Screen>
  );
}
