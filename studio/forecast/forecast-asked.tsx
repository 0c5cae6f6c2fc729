import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { cohortAddress, windowsAddress } from '../addresses.ts';
import type { ClaimWindows, Cohort } from '../api.ts';
import styles from '../claims/claims.module.css';
import { createWindows } from '../claims/create-claims.ts';
import { createCohort } from '../cohorts/create-cohorts.ts';
import { dayInWords } from '../day-in-words.ts';
import { type Diagnostic, parseDay, type WindowsAhead, windowsAhead } from '../engine.ts';
import { Answered } from '../frame/answered.tsx';
import { mostInPage } from '../impact/create-impact.ts';
import { createReading } from '../reading/create-reading.ts';
import type { ReadVersion } from '../reading/read-version.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Progress } from '../ui/progress.tsx';
import { createForecast, type ForecastOver } from './create-forecast.ts';
import type { AskedOf } from './create-forecast-form.ts';
import { ForecastView } from './forecast-view.tsx';
import type { ForecastQuestion } from './forecasting.ts';
import { leftInWords } from './left-in-words.ts';

/** What is asked of every family, and the windows that are left out of it. */
interface Wanted {
  readonly question: ForecastQuestion;
  readonly tooFar: WindowsAhead['tooFar'];
}

/** The question with its windows; none where there are no windows, or what is wrong with them. */
function wantedOf(
  { asOf }: AskedOf,
  rules: ReadVersion,
  { windows }: ClaimWindows,
): Wanted | readonly Diagnostic[] {
  const day = parseDay(asOf);
  const { programme, phase } = rules.checked.ruleset;
  const own = windows.flatMap(({ window }) =>
    window.programme === programme && window.phase === phase ? [window] : [],
  );
  if (day === undefined || own.length === 0) return [];
  const ahead = windowsAhead({ programme, phase }, own, day);
  if (!ahead.ok) return ahead.error;
  const { open, tooFar } = ahead.value;
  return {
    question: { rules: { key: rules.key, checked: rules.checked }, windows: open, asOf: day },
    tooFar,
  };
}

const isWrong = (one: Wanted | readonly Diagnostic[]): one is readonly Diagnostic[] => Array.isArray(one);

/** Why there is nothing to forecast over. */
function NoWindows(props: { readonly rules: ReadVersion; readonly findings: readonly Diagnostic[] }) {
  const named = () => `${props.rules.checked.ruleset.programme}, phase ${props.rules.checked.ruleset.phase}`;
  return (
    <div class={styles.part} role="alert">
      <Show
        when={props.findings.length > 0}
        fallback={<p>There are no claim windows of {named()}, so that there is nothing to forecast over.</p>}
      >
        <p>No forecast can be made over the claim windows of {named()}:</p>
        <ul>
          <For each={props.findings}>{({ message }) => <li>{message}</li>}</For>
        </ul>
      </Show>
      <p>
        <a href={windowsAddress}>Which claim windows there are</a>
      </p>
    </div>
  );
}

interface WorkedProps {
  readonly asked: AskedOf;
  readonly tooFar: WindowsAhead['tooFar'];
  readonly over: ForecastOver;
  readonly cohort: Cohort;
}

/** How far the working out is, or what came of it. */
function Worked(props: WorkedProps) {
  const forecast = createForecast(() => props.over);
  const is = <Kind extends ReturnType<typeof forecast.state>['kind']>(kind: Kind) => {
    const state = forecast.state();
    return state.kind === kind ? (state as Extract<typeof state, { readonly kind: Kind }>) : undefined;
  };
  const again = (
    <div>
      <Button onPress={forecast.again}>Work it out again</Button>
    </div>
  );
  const going = () => is('going');
  const words = (done: number, spent: number) =>
    `${numberInWords(done)} of ${counted(props.cohort.families, 'family', 'families')} worked out.${leftInWords({ done, all: props.cohort.families, spent })}`;
  return (
    <Switch>
      <Match when={going()}>
        {(now) => (
          <>
            <p role="status">It is being worked out.</p>
            <Progress
              label="Families"
              done={now().done}
              all={props.cohort.families}
              words={words(now().done, now().spent)}
            />
            <p class={styles.text}>Leaving this page ends it.</p>
            <div>
              <Button onPress={forecast.cancel}>Cancel</Button>
            </div>
          </>
        )}
      </Match>
      <Match when={is('found')}>
        {(one) => (
          <ForecastView
            asked={props.asked}
            found={one().found}
            cohort={props.cohort}
            ledgerClaims={props.over.ledgerClaims}
            tooFar={props.tooFar}
          />
        )}
      </Match>
      <Match when={is('cancelled')}>
        {(one) => (
          <>
            <p role="status">
              Cancelled after {counted(one().done, 'family', 'families')}. Nothing of it is kept.
            </p>
            {again}
          </>
        )}
      </Match>
      <Match when={is('not-all-came')}>
        <p role="alert">
          The families of the cohort did not all come: the server did not answer, or the cohort may not be
          seen any more.
        </p>
        {again}
      </Match>
      <Match when={is('broken')}>
        <p role="alert">The page failed at working it out. Load it again.</p>
      </Match>
    </Switch>
  );
}

/** A cohort that can be gone through here, or why it cannot. */
function OverCohort(props: Pick<WorkedProps, 'asked' | 'cohort'> & { readonly wanted: Wanted }) {
  const { account } = useSession();
  const ledgerClaims = createMemo(() => mayOpen('claims:read', account()));
  return (
    <Switch
      fallback={
        <Worked
          asked={props.asked}
          cohort={props.cohort}
          tooFar={props.wanted.tooFar}
          over={{
            cohort: props.cohort.id,
            question: props.wanted.question,
            ledgerClaims: ledgerClaims(),
          }}
        />
      }
    >
      <Match when={props.cohort.state !== 'whole'}>
        <p role="alert">
          <a href={cohortAddress(props.cohort.id)}>{props.cohort.title}</a> is not whole, so that its families
          cannot be gone through.
        </p>
      </Match>
      <Match when={props.cohort.families > mostInPage}>
        <p role="alert">
          The page works out {numberInWords(mostInPage)} families at most, and {props.cohort.title} has{' '}
          {numberInWords(props.cohort.families)}. <code>threshold forecast</code> and{' '}
          <code>POST /api/v1/forecasts</code> take any number.
        </p>
      </Match>
    </Switch>
  );
}

/** What is asked, fetched piece by piece, and then worked out. */
export function ForecastAsked(props: { readonly asked: AskedOf }) {
  const reading = createReading(() => ({ id: props.asked.id, version: props.asked.version }));
  const windows = createWindows();
  const cohort = createCohort(() => props.asked.cohort);
  return (
    <Answered answer={reading} waiting="Reading the version." ruleset={props.asked.id}>
      {(rules) => (
        <Answered answer={windows} waiting="Asking the server which claim windows there are.">
          {(known) => (
            <Answered answer={cohort} waiting="Asking the server for the cohort.">
              {(chosen) => <Asked asked={props.asked} rules={rules()} windows={known()} cohort={chosen()} />}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  );
}

interface AskedProps {
  readonly asked: AskedOf;
  readonly rules: ReadVersion;
  readonly windows: ClaimWindows;
  readonly cohort: Cohort;
}

function Asked(props: AskedProps) {
  const question = createMemo(() => wantedOf(props.asked, props.rules, props.windows));
  const wrong = () => {
    const one = question();
    return isWrong(one) ? one : undefined;
  };
  const whole = createMemo(() => {
    const one = question();
    return isWrong(one) ? undefined : one;
  });
  return (
    <>
      <p class={styles.text}>
        Asked on {dayInWords(props.asked.asOf)} under {props.asked.id} {props.asked.version}, over{' '}
        <a href={cohortAddress(props.cohort.id)}>{props.cohort.title}</a>.
      </p>
      <Show when={wrong()}>{(findings) => <NoWindows rules={props.rules} findings={findings()} />}</Show>
      <Show when={whole()}>
        {(one) => <OverCohort asked={props.asked} cohort={props.cohort} wanted={one()} />}
      </Show>
    </>
  );
}
