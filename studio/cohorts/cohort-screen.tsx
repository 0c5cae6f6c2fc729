import { useParams } from '@solidjs/router';
import { createSignal, Match, Show, Switch } from 'solid-js';
import { beginRunAddress, cohortsAddress, compareCohortAddress } from '../addresses.ts';
import type { Cohort } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Progress } from '../ui/progress.tsx';
import { sizeInWords } from '../ui/size-in-words.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { Told } from '../ui/told.tsx';
import { CohortStateTag, states } from './cohort-states.tsx';
import styles from './cohorts.module.css';
import { CompletenessView } from './completeness-view.tsx';
import { createCohort, removeCohort } from './create-cohorts.ts';
import { FilesFound } from './files-found.tsx';
import { FindingTable } from './finding-table.tsx';
import { HeldSection } from './held/held-section.tsx';
import { Removal } from './removal.tsx';

function Details(props: { readonly cohort: Cohort }) {
  const rows = () => {
    const { families, held, leftOut, erased, createdAt, createdBy, endedAt, vocabulary, hash } = props.cohort;
    return [
      { term: 'Families', value: <>{numberInWords(families)}</> },
      ...(held > 0 ? [{ term: 'Held aside', value: <>{numberInWords(held)}</> }] : []),
      ...(leftOut > 0 ? [{ term: 'Left out', value: <>{counted(leftOut, 'row', 'rows')}</> }] : []),
      ...(erased > 0 ? [{ term: 'Erased since', value: <>{counted(erased, 'family', 'families')}</> }] : []),
      {
        term: 'Received',
        value: (
          <>
            {instantInWords(createdAt)}, from {createdBy.name}
          </>
        ),
      },
      ...(endedAt === null
        ? []
        : [{ term: states[props.cohort.state].word, value: <>{instantInWords(endedAt)}</> }]),
      { term: 'Read in', value: <code>{vocabulary}</code> },
      ...(hash === null ? [] : [{ term: 'Hash', value: <code class={styles.hash}>{hash}</code> }]),
    ];
  };
  return (
    <div class={styles.part}>
      <div class={styles.state}>
        <CohortStateTag state={props.cohort.state} />
        <p>{states[props.cohort.state].meaning}</p>
      </div>
      <SummaryList rows={rows()} />
    </div>
  );
}

function Receiving(props: { readonly cohort: Cohort }) {
  const words = () => {
    const { progress } = props.cohort;
    if (progress === null) return 'It is received by another server, or its families are being put together.';
    return `The server has read ${sizeInWords(progress.bytes)}, ${counted(progress.rows, 'row', 'rows')}.`;
  };
  return (
    <section class={styles.part} aria-label="How far it is">
      <Progress label="Upload" words={words()} />
    </section>
  );
}

interface ShownProps {
  readonly cohort: Cohort;
  /** What was done to it, in words; it is asked for again. */
  readonly onDone: (told: string) => void;
}

/** What there is to say of a cohort, by where it stands. */
function Shown(props: ShownProps) {
  const { client, account } = useSession();
  const mayKeep = () => mayOpen('cohorts:keep', account());
  const remove = async () => {
    const wrong = await removeCohort(client, props.cohort.id);
    props.onDone(wrong ?? 'It was deleted.');
    // because the button that was pressed goes
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <>
      <Details cohort={props.cohort} />
      <Switch>
        <Match when={props.cohort.state === 'receiving'}>
          <Receiving cohort={props.cohort} />
        </Match>
        <Match when={props.cohort.state === 'open'}>
          <HeldSection cohort={props.cohort} mayMend={mayKeep()} onDone={props.onDone} />
        </Match>
        <Match when={props.cohort.faults.length > 0}>
          <FindingTable caption="Why nothing of it was kept" findings={props.cohort.faults} />
        </Match>
      </Switch>
      <Show when={props.cohort.state === 'whole'}>
        <p>
          <a href={compareCohortAddress({ cohort: props.cohort.id })}>Compare two versions over it</a>
        </p>
        <Show when={mayOpen('claims:propose', account())}>
          <p>
            <a href={beginRunAddress(props.cohort.id)}>Begin a claim run over it</a>
          </p>
        </Show>
      </Show>
      <FilesFound cohort={props.cohort} />
      <Show when={props.cohort.completeness}>
        {(known) => <CompletenessView cohort={props.cohort} known={known()} />}
      </Show>
      <Show when={mayKeep() && !['cancelled', 'purged'].includes(props.cohort.state)}>
        <Removal cohort={props.cohort} onYes={() => void remove()} />
      </Show>
    </>
  );
}

/** One cohort: where it stands, what is to be mended in it, and how much is known in it of what. */
export function CohortScreen() {
  const params = useParams<{ cohort: string }>();
  const cohort = createCohort(() => params.cohort);
  const [told, setTold] = createSignal('');
  const done = (words: string) => {
    setTold(words);
    cohort.again();
  };
  return (
    <Screen
      title={cohort.value()?.title ?? 'Cohort'}
      wrong={cohort.problem() !== undefined}
      trail={[{ href: cohortsAddress(), text: 'Cohorts' }]}
    >
      <Told words={told()} />
      <Answered answer={cohort} waiting="Asking the server for this cohort.">
        {(known) => <Shown cohort={known()} onDone={done} />}
      </Answered>
    </Screen>
  );
}
