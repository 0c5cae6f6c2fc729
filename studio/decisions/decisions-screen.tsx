import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { decisionsAddress } from '../addresses.ts';
import type { KeptDecisions } from '../api.ts';
import { focusOn } from '../editor/focus-on.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { FormView } from '../ui/form-view.tsx';
import { counted } from '../ui/number-in-words.ts';
import { CouncilsTable } from './councils-table.tsx';
import { createFilterNamed, type FilterNamed } from './filter/create-filter.ts';
import { createFilterForm, FOUND } from './filter/create-filter-form.ts';
import { createKept } from './create-kept.ts';
import { DecisionTable } from './decision-table.tsx';
import { DecisionWays } from './decision-ways.tsx';
import styles from './decisions.module.css';
import { addressWith, firstIn } from './filter/filter.ts';
import { FilterFieldsView } from './filter/filter-fields-view.tsx';
import { FilterSaid } from './filter/filter-said.tsx';
import { HowToKeep } from './how-to-keep.tsx';

/** So many a page. */
const PAGE = '50';

/** The link of a page that is left goes with it, so that the heading takes the focus. */
const lead = () => {
  focusOn(FOUND);
};

interface FoundProps {
  readonly found: KeptDecisions;
  readonly named: FilterNamed;
  readonly cursor: string | undefined;
}

function Found(props: FoundProps) {
  const said = () => {
    const { count, decisions } = props.found;
    const all = counted(count, 'decision', 'decisions');
    return decisions.length === count ? `${all}.` : `${all}, ${decisions.length} of them on this page.`;
  };
  // because one's own are listed above
  const councils = () => (props.found.counts ?? []).filter(({ authority }) => authority !== 'national');
  const page = (cursor: string | undefined) =>
    addressWith(decisionsAddress, { ...props.named.question(), cursor });
  return (
    <>
      <p role="status">{said()}</p>
      <Show
        when={props.found.decisions.length > 0}
        fallback={
          <Show when={props.named.words().length === 0} fallback={<p>No kept decision is like this.</p>}>
            <HowToKeep />
          </Show>
        }
      >
        <DecisionTable decisions={props.found.decisions} actors={props.named.actors} />
      </Show>
      <div class={styles.acts}>
        <Show when={props.cursor}>
          <a href={page(undefined)} onClick={lead}>
            The newest
          </a>
        </Show>
        <Show when={props.found.next}>
          {(next) => (
            <a href={page(next())} onClick={lead}>
              Older ones
            </a>
          )}
        </Show>
      </div>
      <Show when={councils().length > 0}>
        <CouncilsTable counts={councils()} />
      </Show>
    </>
  );
}

/** Kept decisions, looked for by whatever they say. */
export function DecisionsScreen() {
  const [search] = useSearchParams();
  const named = createFilterNamed();
  const form = createFilterForm(decisionsAddress, named.filter);
  const cursor = () => firstIn(search, 'cursor');
  const kept = createKept(() => {
    const from = cursor();
    return { ...named.question(), limit: PAGE, ...(from === undefined ? {} : { cursor: from }) };
  });
  return (
    <Screen
      title="Decisions"
      wrong={kept.problem() !== undefined || form().mistakes().length > 0}
      lead={
        <p>Decisions that were kept, found by whatever they say: by the verdict of any part of the rules.</p>
      }
    >
      <DecisionWays here={decisionsAddress} filter={named.filter()} />
      <section class={`${styles.fields} ${styles.screenOnly}`} aria-label="What to look for">
        <FormView form={form()} send="Find" sending="Looking">
          <FilterFieldsView form={form()} />
        </FormView>
        <Show when={named.words().length > 0}>
          <p>
            <a href={decisionsAddress}>Clear, and find all</a>
          </p>
        </Show>
      </section>
      <section class={styles.part} aria-labelledby={FOUND}>
        <h2 id={FOUND} tabindex="-1">
          Found
        </h2>
        <FilterSaid words={named.words()} all="All kept decisions, the newest first." />
        <Answered answer={kept} waiting="Asking the server for kept decisions.">
          {(found) => <Found found={found()} named={named} cursor={cursor()} />}
        </Answered>
      </section>
    </Screen>
  );
}
