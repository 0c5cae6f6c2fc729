import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { cohortAddress, cohortsAddress } from '../addresses.ts';
import type { ListedCohort } from '../api.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { instantInWords } from '../instant-in-words.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { counted } from '../ui/number-in-words.ts';
import { RowList } from '../ui/row-list.tsx';
import { CohortStateTag } from './cohort-states.tsx';
import styles from './cohorts.module.css';
import { createCohorts } from './create-cohorts.ts';
import { hashInShort } from './hash-in-short.ts';

/** How many families there are, and what is not among them. */
function familiesInWords({ families, held, state }: ListedCohort): string {
  const there = counted(families, 'family', 'families');
  return state === 'open' ? `${there}, ${counted(held, 'more is', 'more are')} held aside` : there;
}

const isToCome = ({ state }: ListedCohort) => state === 'receiving' || state === 'open';

function CohortLine(props: { readonly cohort: ListedCohort }) {
  return (
    <>
      <div class={styles.name}>
        <h2>
          <a href={cohortAddress(props.cohort.id)}>{props.cohort.title}</a>
        </h2>
        <CohortStateTag state={props.cohort.state} />
      </div>
      <p>{familiesInWords(props.cohort)}</p>
      <p>
        {instantInWords(props.cohort.createdAt)}, by {props.cohort.createdBy.name}
      </p>
      <p class={styles.aside}>
        <Show when={props.cohort.hash} fallback={isToCome(props.cohort) ? 'No hash yet' : 'No hash'}>
          {(hash) => <code title={hash()}>{hashInShort(hash())}</code>}
        </Show>
      </p>
    </>
  );
}

/** The ways to one more cohort, for whoever may keep one. */
function Ways() {
  return (
    <ul class={styles.ways}>
      <li>
        <a href="/cohorts/add">Upload families</a>
      </li>
      <li>
        <a href="/cohorts/make">Make a synthetic cohort</a>
      </li>
    </ul>
  );
}

/** The cohorts there are: families that are kept together, to have rules tried on all of them. */
export function CohortsScreen() {
  const [search] = useSearchParams<{ after: string }>();
  const { account } = useSession();
  const cohorts = createCohorts(() => search.after);
  return (
    <Screen
      title="Cohorts"
      wrong={cohorts.problem() !== undefined}
      lead={
        <p>
          Families that are kept together and do not change, so that versions are compared on the same ones.
        </p>
      }
    >
      <Answered answer={cohorts} waiting="Asking the server which cohorts there are.">
        {(known) => (
          <>
            <Show when={mayOpen('cohorts:keep', account())}>
              <Ways />
            </Show>
            <Show when={known().cohorts.length > 0} fallback={<p>There is no cohort yet.</p>}>
              <RowList rows={known().cohorts} class={styles.cohorts}>
                {(cohort) => <CohortLine cohort={cohort()} />}
              </RowList>
            </Show>
            <Show when={known().next}>
              {(last) => (
                <p>
                  <a href={cohortsAddress(last())}>Older cohorts</a>
                </p>
              )}
            </Show>
          </>
        )}
      </Answered>
    </Screen>
  );
}
