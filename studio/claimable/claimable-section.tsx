import { Show } from 'solid-js';
import type { Trial } from '../decide/create-trial.ts';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import { daysHeadline, isMorePossible, spellInWords } from './claimable-in-words.ts';
import styles from './claimable.module.css';
import { createDays } from './create-days.ts';
import type { DaysFound } from './finding-days.ts';
import { StillNeeded } from './still-needed.tsx';

function Days(props: { readonly found: DaysFound }) {
  return (
    <>
      <p class={styles.headline} role="status">
        {daysHeadline(props.found)}
      </p>
      <Table
        caption="Payments, and the days on which each can first be claimed"
        columns={[{ head: 'Payment' }, { head: 'Due' }, { head: 'Could be due' }]}
        rows={props.found.payments}
        cells={(one) => [
          one.label,
          spellInWords(one.due) ?? 'On no day',
          isMorePossible(one)
            ? (spellInWords(one.possible) ?? '')
            : one.possible === null
              ? 'On no day'
              : 'The same days',
        ]}
      />
      <StillNeeded payments={props.found.needed} />
    </>
  );
}

/** When a family that is tried can first be claimed for, if nothing new happens to it, and what it still needs. */
export function ClaimableSection(props: { readonly trial: Trial }) {
  // eslint-disable-next-line solid/reactivity -- because one trial is for as long as the screen lives
  const days = createDays(props.trial);
  return (
    <section
      class={styles.claimable}
      data-asked={days.days() === undefined ? undefined : ''}
      aria-labelledby="claimable-title"
    >
      <h2 id="claimable-title">When it can first be claimed for</h2>
      <p class={styles.offer}>
        If nothing new happens to the family in the three years after this day: what is known stays known with
        nothing new in it, and school terms that are still to come are not known. With it, what each payment
        still needs. Of claims made before only those in the family’s own record count, and none of the ledger
        of claims.
      </p>
      <div class={styles.offer}>
        <Button busy={days.busy()} onPress={days.ask}>
          {days.busy() ? 'Looking' : 'Find the days'}
        </Button>
      </div>
      <Show when={days.broken()}>
        <p role="alert">The days could not be looked for. Load the page again.</p>
      </Show>
      <Show when={days.days()}>{(found) => <Days found={found()} />}</Show>
    </section>
  );
}
