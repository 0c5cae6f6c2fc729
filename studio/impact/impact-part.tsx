import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { comparisonAddress, draftAddress } from '../addresses.ts';
import { type ListedCohort, unreachable } from '../api.ts';
import { CohortField, NoCohort, wholeOf } from '../cohorts/cohort-field.tsx';
import { createCohorts } from '../cohorts/create-cohorts.ts';
import { dayOf, dayTyped } from '../day-typed.ts';
import { DraftPart } from '../draft/draft-part.tsx';
import { draftTrialOf } from '../draft-trial/create-draft-trial.ts';
import { useDraft } from '../draft/editing.ts';
import { Answered } from '../frame/answered.tsx';
import { Trouble } from '../frame/trouble.tsx';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { DateFields, type DayText } from '../ui/date-fields.tsx';
import { numberInWords } from '../ui/number-in-words.ts';
import { Progress } from '../ui/progress.tsx';
import { type DraftImpact, impactOf, mostInPage } from './create-impact.ts';
import { ImpactView } from './impact-view.tsx';
import styles from './impact.module.css';
import { isDay } from './is-day.ts';

interface ImpactProps {
  readonly impact: DraftImpact;
}

/** The cohort and the day. */
function Chosen(props: ImpactProps & { readonly cohorts: readonly ListedCohort[] }) {
  const held = () => props.impact.day();
  // eslint-disable-next-line solid/reactivity -- what is typed begins with the day that is held, and goes on by itself
  const begun = held();
  const [typed, setTyped] = createSignal<DayText>(
    begun === undefined ? { day: '', month: '', year: '' } : dayTyped(begun),
  );
  const isHalf = () =>
    typed().year.length === 4 && typed().month !== '' && typed().day !== '' && held() === undefined;
  const choose = (id: string) => {
    const one = props.cohorts.find((cohort) => cohort.id === id);
    props.impact.setCohort(one && { id, families: one.families });
  };
  return (
    <div class={styles.chosen}>
      <CohortField
        id="impact:cohort"
        cohorts={props.cohorts}
        value={props.impact.cohort()?.id ?? ''}
        onChange={choose}
      />
      <DateFields
        id="impact:day"
        legend="As of"
        hint="The day on which every family is looked at."
        value={typed()}
        error={isHalf() ? 'enter a day that there is' : undefined}
        onChange={(next) => {
          setTyped(next);
          const day = dayOf(next);
          props.impact.setDay(isDay(day) ? day : undefined);
        }}
      />
    </div>
  );
}

/** Too many families for the page: the server is asked. */
function OnServer(props: ImpactProps) {
  const { client } = useSession();
  const editing = useDraft();
  const navigate = useNavigate();
  const [told, setTold] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const ask = async () => {
    const [from, cohort, asOf] = [props.impact.from(), props.impact.cohort(), props.impact.day()];
    if (from === undefined || cohort === undefined) return;
    if (asOf === undefined) {
      setTold('Enter the day first.');
      return;
    }
    setBusy(true);
    try {
      await editing.save();
      const versions = [from, { draft: editing.draft().id }];
      const response = await client.jobs.$post({ json: { versions, cohort: cohort.id, asOf, causes: true } });
      if (response.status === 202) navigate(comparisonAddress((await response.json()).id));
      else {
        const { title, detail } = await response.json();
        setTold([title, detail].filter(Boolean).join(': '));
      }
    } catch {
      setTold(unreachable.title);
    }
    setBusy(false);
  };
  return (
    <div class={styles.part}>
      <p class={styles.text}>
        The page weighs {numberInWords(mostInPage)} families at most. The server compares the draft as it is
        saved now, and the comparison has an address of its own.
      </p>
      <div>
        <Button kind="main" busy={busy()} onPress={() => void ask()}>
          Compare on the server
        </Button>
      </div>
      <p role="status">{told()}</p>
    </div>
  );
}

/** How far the weighing is, or what came of it. */
function Weighing(props: ImpactProps) {
  const editing = useDraft();
  const navigate = useNavigate();
  const tryFamily = async (id: string) => {
    const [asOf, family] = [props.impact.day(), await props.impact.give(id)];
    if (family === undefined) return;
    draftTrialOf(editing).trial.give({ what: 'Using a family of the cohort', family, asOf, restate: null });
    navigate(draftAddress(editing.draft().id, 'try'));
  };
  const families = () => props.impact.families;
  return (
    <Switch fallback={<p>Choose a cohort and a day.</p>}>
      <Match when={props.impact.broken()}>
        <p role="alert">The page failed at weighing the draft. Load it again.</p>
      </Match>
      <Match when={props.impact.before.problem()}>
        {(problem) => <Trouble problem={problem()} onAgain={props.impact.before.again} />}
      </Match>
      <Match when={props.impact.cohort() !== undefined && props.impact.inPage() === undefined}>
        <OnServer impact={props.impact} />
      </Match>
      <Match when={families().failed()}>
        <p role="alert">The families of the cohort did not all come.</p>
        <div>
          <Button onPress={families().again}>Ask for them again</Button>
        </div>
      </Match>
      <Match when={props.impact.inPage() !== undefined && families().there() === undefined}>
        <Progress
          label="Families"
          done={families().come()}
          all={props.impact.inPage()?.families}
          words={`${numberInWords(families().come())} families have come.`}
        />
      </Match>
      <Match when={props.impact.impact()}>
        {(impact) => (
          <ImpactView
            impact={impact()}
            current={props.impact.current()}
            before={`${props.impact.from()?.id ?? ''} ${props.impact.from()?.version ?? ''}`}
            rulesets={props.impact.rulesets()}
            onTry={(id) => void tryFamily(id)}
          />
        )}
      </Match>
      <Match when={families().there() !== undefined && props.impact.day() !== undefined}>
        <p role="status">The draft is being weighed.</p>
      </Match>
    </Switch>
  );
}

/** What a draft changes for a whole cohort, beside the version that it was made from, again at every change. */
export function ImpactPart() {
  const editing = useDraft();
  const impact = impactOf(editing);
  const cohorts = createCohorts(() => undefined);
  const whole = createMemo(() => wholeOf(cohorts.value()?.cohorts ?? []));
  const errors = () =>
    editing.findings().some(({ severity, file }) => severity === 'error' && file === 'document');
  return (
    <DraftPart
      title="Impact"
      wrong={cohorts.problem() !== undefined}
      lead={<p>What the rules as they are written now change for a whole cohort, who and how many pounds.</p>}
    >
      <Show
        when={impact.from()}
        fallback={<p>The draft was made from no version, so that there is nothing to weigh it against.</p>}
      >
        <Answered answer={cohorts} waiting="Asking the server which cohorts there are.">
          {() => (
            <Show when={whole().length > 0} fallback={<NoCohort />}>
              <div class={styles.part}>
                <Show when={errors()}>
                  <p class={styles.note}>
                    The draft has an error. What stands here is weighed by its rules as they last had none.
                  </p>
                </Show>
                <Chosen impact={impact} cohorts={whole()} />
                <Weighing impact={impact} />
              </div>
            </Show>
          )}
        </Answered>
      </Show>
    </DraftPart>
  );
}
