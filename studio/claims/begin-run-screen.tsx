import { Show } from 'solid-js';
import { claimsAddress, windowsAddress } from '../addresses.ts';
import { CohortField, NoCohort, wholeOf } from '../cohorts/cohort-field.tsx';
import { createCohorts } from '../cohorts/create-cohorts.ts';
import { VersionField } from '../decide/version-field.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { useSession } from '../session/session.ts';
import { DayField } from '../ui/day-field.tsx';
import { FormView } from '../ui/form-view.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createBeginning, ONE_AT_A_TIME } from './create-beginning.ts';

/** Begins a claim run: a cohort, a version and a day, frozen together. */
export function BeginRunScreen() {
  const overview = createOverview();
  const cohorts = createCohorts(() => undefined);
  const form = createBeginning();
  const { account } = useSession();
  // because the rules of another council are refused
  const isOurs = (jurisdiction: string) =>
    ['England', account()?.authority].includes(jurisdiction) || account()?.authority === 'national';
  const whole = () => wholeOf(cohorts.value()?.cohorts ?? []);
  return (
    <Screen
      title="Begin a claim run"
      wrong={form.mistakes().length > 0}
      trail={[{ href: claimsAddress(), text: 'Claims' }]}
      lead={
        <p>
          The cohort, where there is one, the version and the day are kept as they are now. What is due of
          each family is then proposed, less what was claimed before.
        </p>
      }
    >
      <Answered answer={overview} waiting="Asking the server what there is.">
        {(known) => (
          <Answered answer={cohorts} waiting="Asking the server which cohorts there are.">
            {() => (
              <>
                <Show when={whole().length === 0}>
                  <NoCohort />
                </Show>
                <FormView form={form} send="Begin" sending="Beginning">
                  <TextField
                    form={form}
                    name="title"
                    label="Name of the run"
                    hint="Such as the month of the claim window."
                    autocomplete="off"
                  />
                  <VersionField
                    id={form.control('version')}
                    label="Version"
                    hint="The one that is in force on the day of the claims."
                    error={form.wrong('version')}
                    rulesets={known().rulesets.filter(({ jurisdiction }) => isOurs(jurisdiction))}
                    value={form.typed('version')}
                    onChoose={(version) => {
                      form.type('version', version);
                    }}
                  />
                  <CohortField
                    id={form.control('cohort')}
                    error={form.wrong('cohort')}
                    cohorts={whole()}
                    instead={[{ value: ONE_AT_A_TIME, text: 'No cohort: one family at a time' }]}
                    value={form.typed('cohort')}
                    onChange={(cohort) => {
                      form.type('cohort', cohort);
                    }}
                  />
                  <DayField
                    form={form}
                    name="day"
                    legend="Day of the claims"
                    hint="A day in a claim window, such as 10 10 2013."
                  />
                  <p>
                    <a href={windowsAddress}>Which claim windows there are</a>
                  </p>
                </FormView>
              </>
            )}
          </Answered>
        )}
      </Answered>
    </Screen>
  );
}
