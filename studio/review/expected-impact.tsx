import { createSignal, Show } from 'solid-js';
import { comparisonAddress } from '../addresses.ts';
import type { Account, WeighedImpact } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { useDraft } from '../draft/editing.ts';
import { Answered } from '../frame/answered.tsx';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { counted, numberInWords } from '../ui/number-in-words.ts';
import { Progress } from '../ui/progress.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { Told } from '../ui/told.tsx';
import { type Weighed, weighAgain } from './create-weighed.ts';
import { type Measure, measuresOf, stateWords } from './impact-in-words.ts';
import styles from './review.module.css';

const columns = [
  { head: 'More or fewer' },
  { head: 'Expected', number: true },
  { head: 'Found', number: true },
  { head: 'As expected?' },
] as const;

function Verdict(props: { readonly within: Measure['within'] }) {
  return (
    <Show when={props.within !== undefined} fallback="">
      <Tag tone={props.within ? 'good' : 'bad'}>{props.within ? 'Yes' : 'No'}</Tag>
    </Show>
  );
}

/** Where it can be read family by family; another authority's families are not shown. */
function Behind(props: { readonly weighed: WeighedImpact; readonly account: Account }) {
  const job = () => {
    const { job: one, found } = props.weighed;
    const isTheirs = one?.authority === props.account.authority;
    return found !== null && isTheirs && props.account.permissions.includes('cohorts:read') ? one : null;
  };
  return (
    <Show when={job()}>
      {(one) => (
        <p>
          <a href={comparisonAddress(one().id)}>The comparison: which families, and because of which edits</a>
        </p>
      )}
    </Show>
  );
}

/** The comparison is asked for once more, by whoever may. */
function Again(props: { readonly onAsked: () => void }) {
  const editing = useDraft();
  const { client } = useSession();
  const [busy, setBusy] = createSignal(false);
  const [told, setTold] = createSignal('');
  const ask = async () => {
    setBusy(true);
    const wrong = await weighAgain(client, editing.draft().id);
    setTold(wrong ?? '');
    setBusy(false);
    if (wrong === undefined) props.onAsked();
  };
  return (
    <div>
      <Button busy={busy()} onPress={() => void ask()}>
        Weigh it again
      </Button>
      <Told words={told()} />
    </div>
  );
}

function Found(props: {
  readonly weighed: WeighedImpact;
  readonly account: Account;
  readonly onAgain: () => void;
}) {
  const { draft } = useDraft();
  const expected = () => {
    const { expected: one, state } = props.weighed;
    return state === 'not-stated' ? null : one;
  };
  const job = () => props.weighed.job;
  const may = () => draft().state === 'submitted' && props.account.permissions.includes('decide');
  return (
    <Show when={expected()}>
      {(stated) => (
        <>
          <Table
            caption={`What is expected and what was found${stated().asOf === undefined ? '' : ` on ${dayInWords(stated().asOf ?? '')}`}${job() === null ? '' : `, over ${job()?.question.cohort.title ?? ''}`}`}
            columns={columns}
            rows={measuresOf(stated(), props.weighed.found)}
            cells={({ of, expected: wanted, found, within }) => [
              of,
              wanted,
              found,
              <Verdict within={within} />,
            ]}
          />
          <p class={styles.text} role="status">
            {stateWords[props.weighed.state]}
          </p>
          <Show when={props.weighed.found}>
            {(found) => (
              <p class={styles.aside}>
                {counted(found().families, 'family was', 'families were')} decided
                {found().wrong === 0
                  ? '.'
                  : `; ${numberInWords(found().wrong)} could not be, and count nowhere.`}
              </p>
            )}
          </Show>
          <Show when={props.weighed.state === 'weighing' ? job() : null}>
            {(one) => (
              <Progress
                label="Families"
                done={one().progress.done}
                all={one().progress.of}
                words={`${numberInWords(one().progress.done)} of ${counted(one().progress.of, 'family', 'families')} decided.`}
              />
            )}
          </Show>
          <Behind weighed={props.weighed} account={props.account} />
          <Show when={props.weighed.state === 'not-weighed' && may()}>
            <Again
              onAsked={() => {
                props.onAgain();
              }}
            />
          </Show>
        </>
      )}
    </Show>
  );
}

/** What the author expects a draft to change, in their words and numbers, beside what was found. */
export function ExpectedImpact(props: { readonly account: Account; readonly weighed: Weighed }) {
  const { draft } = useDraft();
  return (
    <Show when={draft().submission?.expectedImpact}>
      {(impact) => (
        <section class={styles.section} aria-labelledby="review:impact">
          <h2 id="review:impact" tabindex="-1">
            What the author expects it to change
          </h2>
          <p class={styles.text}>{impact().note}</p>
          <Answered answer={props.weighed} waiting="Asking the server what was found.">
            {(known) => (
              <Found
                weighed={known()}
                account={props.account}
                onAgain={() => {
                  props.weighed.again();
                }}
              />
            )}
          </Answered>
        </section>
      )}
    </Show>
  );
}
