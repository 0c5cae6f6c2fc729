import { createMemo, Show } from 'solid-js';
import { programmeAddress, windowsAddress } from '../addresses.ts';
import type { ListedCohort, Overview } from '../api.ts';
import styles from '../claims/claims.module.css';
import { CohortField, NoCohort, wholeOf } from '../cohorts/cohort-field.tsx';
import { createCohorts } from '../cohorts/create-cohorts.ts';
import { VersionField } from '../decide/version-field.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { type AskedOf, createForecastForm, type ForecastForm } from './create-forecast-form.ts';
import { ForecastAsked } from './forecast-asked.tsx';

interface AskingProps {
  readonly form: ForecastForm;
  readonly rulesets: Overview['rulesets'];
  readonly cohorts: readonly ListedCohort[];
}

/** The version, the day and the cohort. */
function Asking(props: AskingProps) {
  return (
    <FormView form={props.form} send="Work it out" sending="Working it out">
      <VersionField
        id={props.form.control('version')}
        label="Version"
        hint="Its programme and phase say which claim windows count."
        error={props.form.wrong('version')}
        rulesets={props.rulesets}
        value={props.form.typed('version')}
        onChoose={(version) => {
          props.form.type('version', version);
        }}
      />
      <DayField
        form={props.form}
        name="day"
        legend="Asked on"
        hint="Nothing new is taken to happen after this day, such as 15 10 2013."
      />
      <CohortField
        id={props.form.control('cohort')}
        error={props.form.wrong('cohort')}
        cohorts={props.cohorts}
        value={props.form.typed('cohort')}
        onChange={(cohort) => {
          props.form.type('cohort', cohort);
        }}
      />
      <p>
        <a href={windowsAddress}>Which claim windows there are</a>
      </p>
    </FormView>
  );
}

/** What the rules themselves say would be claimed for a cohort, window by window. */
export function ForecastScreen() {
  const overview = createOverview();
  const cohorts = createCohorts(() => undefined);
  const { form, asked } = createForecastForm();
  const whole = createMemo(() => wholeOf(cohorts.value()?.cohorts ?? []));
  // because what is asked again the same is the same
  const wanted = createMemo(asked, undefined, { equals: isSame });
  return (
    <Screen
      title="Forecast from a cohort"
      wrong={form.mistakes().length > 0}
      trail={[{ href: programmeAddress, text: 'Programme' }]}
      lead={
        <p>
          What would be claimed for the families of a cohort in each claim window, by the rules alone. It is
          worked out in this page, its address can be sent to whoever may see the cohort, and nothing is kept.
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
      <Show when={wanted()} keyed>
        {(one) => (
          <section class={styles.part} aria-labelledby="forecast-title">
            <h2 id="forecast-title">What would be claimed</h2>
            <ForecastAsked asked={one} />
          </section>
        )}
      </Show>
    </Screen>
  );
}

function isSame(one: AskedOf | undefined, other: AskedOf | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
