import { createMemo, type JSX, Show } from 'solid-js';
import type { Draft, DraftChecks } from '../api.ts';
import { EditList } from '../changes/edit-list.tsx';
import { versionSide } from '../changes/edit-place.ts';
import { DraftPart } from '../draft/draft-part.tsx';
import { useDraft } from '../draft/editing.ts';
import { Answered } from '../frame/answered.tsx';
import { createRevisions } from '../history/create-revisions.ts';
import { useSession } from '../session/session.ts';
import { Acts } from './acts.tsx';
import { CaseList } from './case-list.tsx';
import { coverageOf } from './coverage.ts';
import { CoverageTable } from './coverage-table.tsx';
import { createServerChecks } from './create-server-checks.ts';
import { createWeighed } from './create-weighed.ts';
import { ExpectedImpact } from './expected-impact.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './review.module.css';

function Section(props: { readonly id: string; readonly title: string; readonly children: JSX.Element }) {
  return (
    <section class={styles.section} aria-labelledby={`review:${props.id}`}>
      <h2 id={`review:${props.id}`} tabindex="-1">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function Edits(props: { readonly against: NonNullable<DraftChecks['changes']> }) {
  return (
    <Show when={props.against.edits.length > 0} fallback={<p>Nothing: both say the same.</p>}>
      <EditList
        edits={props.against.edits}
        was={versionSide('Was', props.against)}
        now={{ title: 'Now, in this draft' }}
      />
    </Show>
  );
}

/** Where what a draft changes is to be seen, if not in edits. */
const notInEdits: Readonly<Partial<Record<Draft['kind'], string>>> = {
  vocabulary:
    'What it means for families that are written already stands beside each part of the vocabulary.',
  calendar: 'It is not put in words: the terms, as they are now, stand under School terms.',
  'unit-costs': 'It is not put in words: what was written before stands under History.',
  programme: 'It is not put in words: what was written before stands under History.',
};

function Found(props: { readonly checks: DraftChecks }) {
  const { draft, checked, value, cases: live } = useDraft();
  // Those of the page follow what is typed; until it has run them, those of the server stand.
  const cases = () => (live().length > 0 ? live() : props.checks.cases);
  const covered = createMemo(() => {
    const now = checked();
    return now === undefined ? [] : coverageOf(now.ruleset, value('cases'));
  });
  const same = () =>
    props.checks.changes?.id === props.checks.overlay?.id &&
    props.checks.changes?.version === props.checks.overlay?.version;
  /** Why no edits stand there. */
  const unsaid = () => {
    if (draft().basedOn === null) return 'It was made from nothing: all of it is new.';
    const wrong = props.checks.findings.some(({ severity }) => severity === 'error');
    return (wrong ? undefined : notInEdits[draft().kind]) ?? 'It can be said once nothing is wrong with it.';
  };
  return (
    <>
      <Section id="changes" title="What it changes">
        <Show when={props.checks.changes} fallback={<p class={styles.text}>{unsaid()}</p>}>
          {(against) => <Edits against={against()} />}
        </Show>
      </Section>
      <Show when={same() ? undefined : props.checks.overlay}>
        {(against) => (
          <Section
            id="overlay"
            title={`What it changes of ${against().id} ${against().version}, over which it is laid`}
          >
            <Edits against={against()} />
          </Section>
        )}
      </Show>
      <Section id="findings" title="What is wrong with it">
        <Show when={props.checks.findings.length > 0} fallback={<p>Nothing was found.</p>}>
          <FindingList findings={props.checks.findings} />
        </Show>
      </Section>
      <Show when={draft().kind === 'ruleset' && cases().length > 0}>
        <Section id="cases" title="Cases">
          <CaseList cases={cases()} />
          <CoverageTable rules={covered()} />
        </Section>
      </Show>
    </>
  );
}

/** All that an approver reads, and what can be done with a draft next. */
export function ReviewPart() {
  const editing = useDraft();
  const { account } = useSession();
  const checks = createServerChecks(editing);
  const revisions = createRevisions(editing);
  const weighed = createWeighed(editing);
  return (
    <DraftPart
      title="Review and release"
      wrong={checks.problem() !== undefined}
      lead={<p>What it changes, whether it holds, and what happens next.</p>}
    >
      <Answered answer={checks} waiting="The server checks the draft.">
        {(told) => (
          <>
            <Found checks={told()} />
            <Show when={account()}>
              {(who) => (
                <>
                  <ExpectedImpact account={who()} weighed={weighed} />
                  <Answered answer={revisions} waiting="Asking who wrote it.">
                    {(known) => (
                      <div class={styles.section}>
                        <Acts account={who()} checks={told()} revisions={known()} weighed={weighed} />
                      </div>
                    )}
                  </Answered>
                </>
              )}
            </Show>
          </>
        )}
      </Answered>
    </DraftPart>
  );
}
