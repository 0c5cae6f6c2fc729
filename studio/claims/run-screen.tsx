import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { claimsAddress, cohortAddress, readingAddress, runAddress } from '../addresses.ts';
import type { Claim, ClaimRun } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { StandingTag } from '../reading/standing-tag.tsx';
import { DownloadLink } from '../session/download-link.tsx';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Pages } from '../ui/pages.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { Told } from '../ui/told.tsx';
import { AloneSection } from './alone-section.tsx';
import { AuditSection } from './audit-section.tsx';
import { claimStates, RunStateTag, runStates } from './claim-states.tsx';
import { ClaimTable } from './claim-table.tsx';
import styles from './claims.module.css';
import { createClaims, createRun, PAGE } from './create-claims.ts';
import { DrawForm } from './draw-form.tsx';
import { HeldSection } from './held-section.tsx';
import { ProposingSection } from './proposing-section.tsx';
import { SubmitForm, WithdrawForm } from './run-acts.tsx';

function Details(props: { readonly run: ClaimRun }) {
  const stands = () => {
    const { state, sample, cohort } = props.run;
    if (state === 'proposed' && sample?.left === 0) return 'Its sample is judged: it can be submitted.';
    if (state === 'proposing' && cohort === null) return 'Families are claimed for one at a time.';
    return runStates[state].meaning;
  };
  const rows = () => {
    const { ruleset, asOf, window, cohort, progress, claims, pence, held, states } = props.run;
    const withdrawn = states.find(({ state }) => state === 'withdrawn')?.claims ?? 0;
    return [
      { term: 'Claims', value: `${numberInWords(claims - withdrawn)}, ${pounds(pence)}` },
      ...states.map(({ state, claims: many, pence: of }) => ({
        term: claimStates[state].word,
        value: `${numberInWords(many)}, ${pounds(of)}`,
      })),
      ...(held > 0 ? [{ term: 'Held back', value: counted(held, 'payment', 'payments') }] : []),
      { term: 'As of', value: dayInWords(asOf) },
      {
        term: 'Claim window',
        value: (
          <>
            {window.label} <StandingTag standing={window.source.standing} />
          </>
        ),
      },
      {
        term: 'Under',
        value: (
          <a href={readingAddress(ruleset)}>
            {ruleset.id} {ruleset.version}
          </a>
        ),
      },
      ...(cohort === null
        ? []
        : [
            {
              term: 'Cohort',
              value: (
                <>
                  <a href={cohortAddress(cohort.id)}>{cohort.title}</a>, {numberInWords(progress.done)} of{' '}
                  {counted(cohort.families, 'family', 'families')} gone through
                  <span class={styles.hash}> {cohort.hash}</span>
                </>
              ),
            },
          ]),
      {
        term: 'Begun',
        value: `${instantInWords(props.run.createdAt)}, by ${props.run.createdBy.name}`,
      },
    ];
  };
  return (
    <div class={styles.part}>
      <div class={styles.state}>
        <RunStateTag state={props.run.state} />
        <p>{stands()}</p>
      </div>
      <SummaryList rows={rows()} />
    </div>
  );
}

type State = Claim['state'];
const isState = (text: string | undefined): text is State =>
  text !== undefined && Object.hasOwn(claimStates, text);

/** The claims of a run, those in one state where it is chosen. */
function RunClaims(props: { readonly run: ClaimRun }) {
  const [search] = useSearchParams<{ state: string; from: string }>();
  const navigate = useNavigate();
  const state = () => (isState(search.state) ? search.state : undefined);
  const from = () => Math.max(0, Math.trunc(Number(search.from ?? 0)) || 0);
  const claims = createClaims(() => {
    const chosen = state();
    return { run: props.run.id, from: String(from()), ...(chosen === undefined ? {} : { state: chosen }) };
  });
  const shownFrom = (at: number) => {
    const chosen = state();
    return runAddress(props.run.id, {
      ...(chosen === undefined ? {} : { state: chosen }),
      ...(at === 0 ? {} : { from: String(at) }),
    });
  };
  const options = () => [
    { value: 'all', text: 'All' },
    ...Object.entries(claimStates).map(([value, { word }]) => ({ value, text: word })),
  ];
  return (
    <section class={styles.part} aria-labelledby="claims-title">
      <h2 id="claims-title">Claims of this run</h2>
      <SelectField
        id="claims-state"
        label="Which are shown"
        options={options()}
        value={state() ?? 'all'}
        onChange={(chosen) => {
          navigate(runAddress(props.run.id, chosen === 'all' ? {} : { state: chosen }), { scroll: false });
        }}
      />
      <Answered answer={claims} waiting="Asking the server for the claims.">
        {(known) => (
          <Show when={known().claims.length > 0} fallback={<p>There is none.</p>}>
            <p role="status">
              {counted(known().total, 'claim', 'claims')}, {pounds(known().pence)}
            </p>
            <ClaimTable claims={known().claims} />
            <Pages
              {...{ what: 'claims', from: from(), shown: known().claims.length, total: known().total }}
              size={PAGE}
              address={shownFrom}
            />
            <p>
              <DownloadLink of={`/claims?as=csv&run=${encodeURIComponent(props.run.id)}`} name="claims.csv">
                Download all of them as CSV
              </DownloadLink>
            </p>
          </Show>
        )}
      </Answered>
    </section>
  );
}

interface ActsProps {
  readonly run: ClaimRun;
  readonly onDone: (told: string) => void;
}

/** What is to be done next with a run, by where it stands and what whoever asks may do. */
function Acts(props: ActsProps) {
  const { account } = useSession();
  const may = (what: 'claims:propose' | 'claims:audit' | 'claims:submit') => mayOpen(what, account());
  const isOpen = () => props.run.state === 'proposing' || props.run.state === 'proposed';
  const acts = () => [
    {
      when: props.run.state === 'proposing' && props.run.cohort === null && may('claims:propose'),
      act: () => <AloneSection run={props.run} onDone={props.onDone} />,
    },
    {
      when: props.run.state === 'proposing' && props.run.cohort !== null && may('claims:propose'),
      act: () => (
        <ProposingSection
          run={props.run}
          onDone={() => {
            props.onDone('');
          }}
        />
      ),
    },
    { when: props.run.held > 0, act: () => <HeldSection run={props.run.id} onTold={props.onDone} /> },
    {
      when: props.run.state === 'proposed' && props.run.sample === null && may('claims:audit'),
      act: () => <DrawForm run={props.run} onDone={props.onDone} />,
    },
    {
      when: props.run.sample !== null,
      act: () => <AuditSection run={props.run} onDone={props.onDone} />,
    },
    {
      when: props.run.state === 'proposed' && may('claims:submit'),
      act: () => <SubmitForm run={props.run} onDone={props.onDone} />,
    },
    {
      when: isOpen() && may('claims:propose'),
      act: () => <WithdrawForm run={props.run} onDone={props.onDone} />,
    },
  ];
  return (
    <For each={acts().map((_, at) => at)}>
      {(at) => <Show when={acts()[at]?.when}>{acts()[at]?.act()}</Show>}
    </For>
  );
}

/** One claim run: what it froze, what it proposed, and what is to be done next. */
export function RunScreen() {
  const params = useParams<{ run: string }>();
  const run = createRun(() => params.run);
  const [told, setTold] = createSignal('');
  const done = (words: string) => {
    setTold(words);
    run.again();
  };
  return (
    <Screen
      title={run.value()?.title ?? 'Claim run'}
      wrong={run.problem() !== undefined}
      trail={[{ href: claimsAddress(), text: 'Claims' }]}
    >
      <Told words={told()} />
      <Answered answer={run} waiting="Asking the server for this run.">
        {(known) => (
          <>
            <Details run={known()} />
            <Acts run={known()} onDone={done} />
            <Show when={known().claims > 0}>
              <RunClaims run={known()} />
            </Show>
          </>
        )}
      </Answered>
    </Screen>
  );
}
