import { useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { claimsAddress, decisionAddress, readingAddress, runAddress } from '../addresses.ts';
import type { Claim } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { familyNamed } from '../decisions/decision-table.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { pounds } from '../money-in-words.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { Told } from '../ui/told.tsx';
import { ClaimStateTag, claimStates } from './claim-states.tsx';
import styles from './claims.module.css';
import { createClaim } from './create-claims.ts';
import { eventInWords, eventsFor } from './event-words.ts';
import { EventForm } from './event-form.tsx';
import { paymentInWords } from './payment-in-words.ts';

function Details(props: { readonly claim: Claim }) {
  const rows = () => {
    const { pence, paidPence, clawedBackPence, on, attachedOn, ruleset, run, record, family } = props.claim;
    return [
      { term: 'For', value: familyNamed(family) },
      { term: 'Amount', value: pounds(pence) },
      { term: 'Paid', value: pounds(paidPence) },
      ...(clawedBackPence > 0 ? [{ term: 'Clawed back', value: pounds(clawedBackPence) }] : []),
      { term: 'As of', value: dayInWords(on) },
      { term: 'Attached on', value: dayInWords(attachedOn) },
      {
        term: 'Under',
        value: (
          <a href={readingAddress(ruleset)}>
            {ruleset.id} {ruleset.version}
          </a>
        ),
      },
      { term: 'Evidence', value: <a href={decisionAddress(record)}>The decision it is made of</a> },
      { term: 'Run', value: <a href={runAddress(run)}>The run it is of</a> },
    ];
  };
  return (
    <div class={styles.part}>
      <div class={styles.state}>
        <ClaimStateTag state={props.claim.state} />
        <p>{claimStates[props.claim.state].meaning}</p>
      </div>
      <SummaryList rows={rows()} />
    </div>
  );
}

function Events(props: { readonly claim: Claim }) {
  return (
    <section class={styles.part} aria-labelledby="events-title">
      <h2 id="events-title">What became of it</h2>
      <Show when={props.claim.events.length > 0} fallback={<p>Nothing yet.</p>}>
        <ul class={styles.list}>
          <For each={props.claim.events}>
            {(one) => (
              <li>
                <h3>
                  {eventInWords(one.event)}
                  {one.pence === undefined ? '' : `, ${pounds(one.pence)}`}
                </h3>
                <Show when={one.reason}>{(reason) => <p>{reason()}</p>}</Show>
                <p class={styles.aside}>
                  On {dayInWords(one.on)}; written down {instantInWords(one.at)}, by {one.by.name}
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

/** One claim: its evidence, and what became of it. */
export function ClaimScreen() {
  const params = useParams<{ claim: string }>();
  const claim = createClaim(() => params.claim);
  const { account } = useSession();
  const [told, setTold] = createSignal('');
  const done = (words: string) => {
    setTold(words);
    claim.again();
  };
  const title = () => {
    const known = claim.value();
    return known === undefined ? 'Claim' : paymentInWords(known.payment);
  };
  return (
    <Screen
      title={title()}
      wrong={claim.problem() !== undefined}
      trail={[{ href: claimsAddress(), text: 'Claims' }]}
    >
      <Told words={told()} />
      <Answered answer={claim} waiting="Asking the server for this claim.">
        {(known) => (
          <>
            <Details claim={known()} />
            <Events claim={known()} />
            <Show when={eventsFor(known()).length > 0 && mayOpen('claims:submit', account())}>
              <EventForm claim={known()} onDone={done} />
            </Show>
          </>
        )}
      </Answered>
    </Screen>
  );
}
