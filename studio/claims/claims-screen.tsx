import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import {
  beginRunAddress,
  claimsAddress,
  reconcileAddress,
  runAddress,
  windowsAddress,
} from '../addresses.ts';
import type { ClaimRun } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { counted } from '../ui/number-in-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { RunStateTag } from './claim-states.tsx';
import styles from './claims.module.css';
import { createRuns, createTotals } from './create-claims.ts';
import { TotalsView } from './totals-view.tsx';

function RunLine(props: { readonly run: ClaimRun }) {
  return (
    <>
      <div class={styles.name}>
        <h3>
          <a href={runAddress(props.run.id)}>{props.run.title}</a>
        </h3>
        <RunStateTag state={props.run.state} />
      </div>
      <p>
        {counted(props.run.claims, 'claim', 'claims')}, {pounds(props.run.pence)}
      </p>
      <p>
        {props.run.window.label}, as of {dayInWords(props.run.asOf)}, under {props.run.ruleset.id}{' '}
        {props.run.ruleset.version}
      </p>
      <p class={styles.aside}>
        {instantInWords(props.run.createdAt)}, by {props.run.createdBy.name}
      </p>
    </>
  );
}

function Runs() {
  const [search] = useSearchParams<{ after: string }>();
  const runs = createRuns(() => search.after);
  return (
    <section class={styles.part} aria-labelledby="runs-title">
      <h2 id="runs-title">Claim runs</h2>
      <Answered answer={runs} waiting="Asking the server which runs there are.">
        {(known) => (
          <>
            <Show when={known().runs.length > 0} fallback={<p>No run has been begun yet.</p>}>
              <RowList rows={known().runs} class={styles.runs}>
                {(run) => <RunLine run={run()} />}
              </RowList>
            </Show>
            <Show when={known().next}>
              {(last) => (
                <p>
                  <a href={claimsAddress(last())}>Older runs</a>
                </p>
              )}
            </Show>
          </>
        )}
      </Answered>
    </section>
  );
}

/** Claim runs and what claims come to. */
export function ClaimsScreen() {
  const { account } = useSession();
  const totals = createTotals();
  return (
    <Screen
      title="Claims"
      wrong={totals.problem() !== undefined}
      lead={
        <p>
          What is claimed from the programme for families. Each claim is for what a kept decision says is due,
          and nothing is claimed twice.
        </p>
      }
    >
      <ul class={styles.ways}>
        <Show when={mayOpen('claims:propose', account())}>
          <li>
            <a href={beginRunAddress()}>Begin a claim run</a>
          </li>
        </Show>
        <li>
          <a href={reconcileAddress}>Reconcile claims</a>
        </li>
        <li>
          <a href={windowsAddress}>Claim windows</a>
        </li>
      </ul>
      <Runs />
      <Answered answer={totals} waiting="Asking the server what claims come to.">
        {(known) => <TotalsView totals={known()} />}
      </Answered>
    </Screen>
  );
}
