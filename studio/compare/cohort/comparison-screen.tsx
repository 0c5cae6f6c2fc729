import { useParams, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import { cohortAddress, compareCohortAddress } from '../../addresses.ts';
import type { Job } from '../../api.ts';
import { dayInWords } from '../../day-in-words.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { instantInWords } from '../../instant-in-words.ts';
import { mayOpen } from '../../session/may-open.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Told } from '../../ui/told.tsx';
import { Words } from '../../ui/words.tsx';
import styles from './cohort.module.css';
import { comparisonName, leftAside, versionName } from './comparison-in-words.ts';
import { createJob, isUnderWay } from './create-job.ts';
import { cancelJob, createResults } from './create-jobs.ts';
import { JobStateTag, jobStates } from './job-states.tsx';
import { ResultsView } from './results-view.tsx';

/** What was asked, with the hashes by which anybody can see that it was the same. */
function Question(props: { readonly job: Job }) {
  const rows = () => {
    const { versions, cohort, asOf, restateAttachment } = props.job.question;
    return [
      ...versions.map((version) => ({
        term: versionName(version),
        value: <code class={styles.hash}>{version.hash}</code>,
      })),
      {
        term: 'Cohort',
        value: (
          <>
            <a href={cohortAddress(cohort.id)}>{cohort.title}</a>,{' '}
            {counted(cohort.families, 'family', 'families')} <code class={styles.hash}>{cohort.hash}</code>
          </>
        ),
      },
      { term: 'As of', value: <>{dayInWords(asOf)}</> },
      ...(restateAttachment === null
        ? []
        : [
            {
              term: 'As if attached on',
              value: <>{dayInWords(restateAttachment)}, under the later versions</>,
            },
          ]),
      {
        term: 'Asked',
        value: (
          <>
            {instantInWords(props.job.createdAt)}, by {props.job.createdBy.name}
          </>
        ),
      },
    ];
  };
  return (
    <section class={styles.part} aria-labelledby="question-title">
      <h2 id="question-title">What was compared</h2>
      <SummaryList rows={rows()} />
    </section>
  );
}

function UnderWay(props: { readonly job: Job; readonly onDone: (told: string) => void }) {
  const { client, account } = useSession();
  const cancel = async () => {
    const wrong = await cancelJob(client, props.job.id);
    props.onDone(wrong ?? 'It was cancelled.');
    // because the button that was pressed goes
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  const progress = () => props.job.progress;
  return (
    <section class={styles.part} aria-label="How far it is">
      <Progress
        label="Comparison"
        done={progress().done}
        all={progress().of}
        words={`${numberInWords(progress().done)} of ${numberInWords(progress().of)} families gone through.`}
      />
      <p class={styles.text}>It goes on when this page is left; its address leads back here.</p>
      <Show when={mayOpen('decide', account())}>
        <div>
          <Button onPress={() => void cancel()}>Cancel the comparison</Button>
        </div>
      </Show>
    </section>
  );
}

/** A comparison over a cohort: how far it is, and what came of it. */
export function ComparisonScreen() {
  const params = useParams<{ job: string }>();
  const [search] = useSearchParams<{ pair: string; rows: string }>();
  const job = createJob(() => params.job);
  const finished = createMemo(() => (job.value()?.state === 'finished' ? params.job : undefined));
  const results = createResults(() => finished());
  const [told, setTold] = createSignal('');
  const title = () => {
    const now = job.value();
    return now === undefined ? 'A comparison' : comparisonName(now);
  };
  return (
    <Screen
      title={title()}
      wrong={job.problem() !== undefined}
      trail={[
        { href: '/compare', text: 'Compare' },
        { href: compareCohortAddress(), text: 'Over a cohort' },
      ]}
    >
      <Told words={told()} />
      <Answered answer={job} waiting="Asking the server for this comparison.">
        {(now) => (
          <>
            <div class={styles.part}>
              <div class={styles.state} role="status">
                <JobStateTag state={now().state} />
                <p>{jobStates[now().state].meaning}</p>
              </div>
              <Show when={leftAside(now())}>{(words) => <p>{words()}</p>}</Show>
              <p>
                Over <a href={cohortAddress(now().question.cohort.id)}>{now().question.cohort.title}</a>,{' '}
                {counted(now().question.cohort.families, 'family', 'families')}, as of{' '}
                {dayInWords(now().question.asOf)}.
              </p>
            </div>
            <Switch>
              <Match when={isUnderWay(now())}>
                <UnderWay
                  job={now()}
                  onDone={(words) => {
                    setTold(words);
                    job.again();
                  }}
                />
              </Match>
              <Match when={now().problem}>
                {(problem) => (
                  <p role="alert">
                    {problem().title}: <Words text={problem().detail} />
                  </p>
                )}
              </Match>
              <Match when={finished()}>
                <Answered answer={results} waiting="Asking the server what came of it.">
                  {(known) => (
                    <ResultsView
                      job={now()}
                      results={known()}
                      pair={search.pair}
                      showsAll={search.rows === 'all'}
                    />
                  )}
                </Answered>
              </Match>
            </Switch>
            <Question job={now()} />
          </>
        )}
      </Answered>
    </Screen>
  );
}
