import type { ListedCohort } from '../api.ts';
import { Confirm } from '../ui/confirm.tsx';
import { counted } from '../ui/number-in-words.ts';
import styles from './cohorts.module.css';

interface RemovalProps {
  readonly cohort: ListedCohort;
  readonly onYes: () => void;
}

/** What removing a cohort means, which depends on whether it ever was whole. */
function meaning({ state, title, families }: ListedCohort): {
  readonly about: string;
  readonly ask: string;
  readonly question: string;
} {
  if (state === 'whole')
    return {
      about:
        'Its families are deleted and cannot be had again. That it was there stays, with its hash and what was counted, because comparisons and the audit log speak of it.',
      ask: 'Purge this cohort',
      question: `Purge “${title}”? ${counted(families, 'family is', 'families are')} deleted for good.`,
    };
  return {
    about: 'It is cancelled, and nothing of it is kept. What was sent has to be sent again.',
    ask: 'Cancel this cohort',
    question: `Cancel “${title}”? What was received of it is deleted for good.`,
  };
}

/** Takes a cohort away, once it was asked about again. */
export function Removal(props: RemovalProps) {
  const said = () => meaning(props.cohort);
  return (
    <section class={styles.part} aria-labelledby="removal-title">
      <h2 id="removal-title">Remove it</h2>
      <p class={styles.text}>{said().about}</p>
      <Confirm
        ask={said().ask}
        question={said().question}
        yes="Yes, delete it"
        no="Leave as it is"
        onYes={() => {
          props.onYes();
        }}
      />
    </section>
  );
}
