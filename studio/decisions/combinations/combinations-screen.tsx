import { useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { combinationsAddress, decisionsAddress } from '../../addresses.ts';
import type { Answer, Combination, Combinations } from '../../api.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { createAnswer } from '../../session/create-answer.ts';
import { useSession } from '../../session/session.ts';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Pages } from '../../ui/pages.tsx';
import { CombinationTable } from './combination-table.tsx';
import { createFilterNamed, type FilterNamed } from '../filter/create-filter.ts';
import { createFilterForm, FOUND } from '../filter/create-filter-form.ts';
import { DecisionWays } from '../decision-ways.tsx';
import styles from '../decisions.module.css';
import { addressWith, rowFrom, rowSaid } from '../filter/filter.ts';
import { FilterDetails } from '../filter/filter-details.tsx';
import { HowToKeep } from '../how-to-keep.tsx';

/** So many combinations a page. */
const PAGE = 100;

function createCombinations({ question }: FilterNamed) {
  const { client } = useSession();
  return createAnswer('decision combinations', question, async (query): Promise<Answer<Combinations>> => {
    const response = await client['decision-combinations'].$get({ query });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  });
}

/** Combinations of one version stand in one table: their criteria are the same. */
function byVersion(all: readonly Combination[]): readonly (readonly Combination[])[] {
  const tables = new Map<string, Combination[]>();
  for (const one of all) tables.set(one.ruleset.hash, [...(tables.get(one.ruleset.hash) ?? []), one]);
  return [...tables.values()];
}

interface FoundProps {
  readonly found: Combinations;
  readonly named: FilterNamed;
}

function Found(props: FoundProps) {
  const [search] = useSearchParams();
  const from = () => rowFrom(search, props.found.combinations.length);
  const shown = createMemo(() => props.found.combinations.slice(from(), from() + PAGE));
  const listed = () => props.found.combinations.length;
  return (
    <>
      <p class={styles.headline} role="status">
        {counted(props.found.decisions, 'decision', 'decisions')}, in{' '}
        {counted(listed() + props.found.more, 'combination', 'combinations')}.
      </p>
      <Show when={props.found.more > 0}>
        <p class={styles.text}>
          The {numberInWords(listed())} most frequent are listed; {numberInWords(props.found.more)} rarer ones
          are not. Choose fewer decisions to see them.
        </p>
      </Show>
      <Show
        when={listed() > 0}
        fallback={
          <Show when={props.named.words().length === 0} fallback={<p>No kept decision is like this.</p>}>
            <HowToKeep />
          </Show>
        }
      >
        <For each={byVersion(shown())}>
          {(combinations) => (
            <CombinationTable
              combinations={combinations}
              all={props.found.decisions}
              filter={props.named.filter()}
            />
          )}
        </For>
        <Pages
          what="combinations"
          from={from()}
          shown={shown().length}
          total={listed()}
          size={PAGE}
          address={(row) =>
            addressWith(combinationsAddress, {
              ...props.named.question(),
              from: rowSaid(row),
            })
          }
        />
      </Show>
    </>
  );
}

/** Which verdicts of criteria come together, how often, and what is due. */
export function CombinationsScreen() {
  const named = createFilterNamed();
  const form = createFilterForm(combinationsAddress, named.filter);
  const combinations = createCombinations(named);
  return (
    <Screen
      title="Combinations of criteria"
      wrong={combinations.problem() !== undefined || form().mistakes().length > 0}
      trail={[{ href: decisionsAddress, text: 'Decisions' }]}
      lead={
        <p>Which verdicts of the criteria come together in kept decisions, how often, and what is due.</p>
      }
    >
      <DecisionWays here={combinationsAddress} filter={named.filter()} />
      <FilterDetails form={form()} named={named} path={combinationsAddress} send="Count them" />
      <section class={styles.part} aria-labelledby={FOUND}>
        <h2 id={FOUND} tabindex="-1">
          How often each comes
        </h2>
        <Answered answer={combinations} waiting="Asking the server to count them.">
          {(found) => <Found found={found()} named={named} />}
        </Answered>
      </section>
    </Screen>
  );
}
