import { Show } from 'solid-js';
import { decisionsAddress, nearMissesAddress } from '../../addresses.ts';
import { focusOn } from '../../editor/focus-on.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { Trouble } from '../../frame/trouble.tsx';
import { Button } from '../../ui/button.tsx';
import { FormView } from '../../ui/form-view.tsx';
import { GroupedSelect } from '../../ui/grouped-select.tsx';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { createFilterNamed, createPartNames, type FilterNamed } from '../filter/create-filter.ts';
import { FOUND } from '../filter/create-filter-form.ts';
import { createKept } from '../create-kept.ts';
import {
  createNearAsked,
  createNearForm,
  createNearMisses,
  type Looked,
  type NearAsked,
  type NearForm,
} from './create-near-misses.ts';
import { DecisionWays } from '../decision-ways.tsx';
import styles from '../decisions.module.css';
import { addressWith } from '../filter/filter.ts';
import { FilterFieldsView } from '../filter/filter-fields-view.tsx';
import { FilterSaid } from '../filter/filter-said.tsx';
import { NearConditions, NearFamilies } from './near-tables.tsx';
import { optionsOf } from '../filter/part-rows-field.tsx';

function NearFormView(props: { readonly form: NearForm }) {
  const named = createPartNames(() => props.form.typed('rules'));
  return (
    <FormView form={props.form} send="Look for near misses" sending="Looking">
      <FilterFieldsView form={props.form} ofOne />
      <GroupedSelect
        id={props.form.control('of')}
        label="Which nearly came to “Met”"
        hint="Its verdict is “Not met”, and one condition alone would have made it “Met”."
        error={props.form.wrong('of')}
        none="Choose a part"
        groups={optionsOf(named.names().judged)}
        value={props.form.typed('of')}
        onChange={(of) => {
          props.form.type('of', of);
        }}
      />
    </FormView>
  );
}

/** How far the looking is; of how many, once that is known. */
const lookedInWords = (looked: number, all: number | undefined) =>
  `${numberInWords(looked)}${all === undefined ? '' : ` of ${numberInWords(all)}`} decisions looked at.`;

interface LookedProps {
  readonly so: Looked;
  readonly named: FilterNamed;
  readonly asked: NearAsked;
}

function LookedAt(props: LookedProps) {
  return (
    <>
      <p class={styles.headline} role="status">
        {counted(props.so.found.length, 'near miss', 'near misses')} among{' '}
        {counted(props.so.looked, 'decision that is', 'decisions that are')} not met.
      </p>
      <Show when={props.so.found.length > 0}>
        <NearConditions so={props.so} named={props.named} asked={props.asked} />
        <NearFamilies so={props.so} named={props.named} asked={props.asked} />
      </Show>
      <Show when={props.so.next}>
        {(next) => (
          <p>
            There are older decisions, which were not looked at.{' '}
            <a
              href={addressWith(nearMissesAddress, { ...props.asked.question(), cursor: next() })}
              onClick={() => {
                focusOn(FOUND);
              }}
            >
              Look at older ones
            </a>
          </p>
        )}
      </Show>
    </>
  );
}

/** Kept decisions that are one condition short, and how far. */
export function NearMissesScreen() {
  const named = createFilterNamed();
  const asked = createNearAsked(named.filter);
  const form = createNearForm(named.filter, asked);
  const near = createNearMisses(asked);
  const all = createKept(() => {
    if (asked.question() === undefined) return undefined;
    return { ...asked.about(), node: [asked.of()], verdict: ['not-met' as const], limit: '1' };
  });
  return (
    <Screen
      title="Near misses"
      wrong={near.problem() !== undefined || form().mistakes().length > 0}
      trail={[{ href: decisionsAddress, text: 'Decisions' }]}
      lead={
        <p>Kept decisions that one condition alone would have made otherwise: which, and how far it was.</p>
      }
    >
      <DecisionWays here={nearMissesAddress} filter={named.filter()} />
      <section class={`${styles.fields} ${styles.screenOnly}`} aria-label="What to look for">
        <NearFormView form={form()} />
      </section>
      <Show when={asked.question()}>
        <section class={styles.part} aria-labelledby={FOUND}>
          <h2 id={FOUND} tabindex="-1">
            Nearly met: {named.names().textOf(asked.of())}
          </h2>
          <FilterSaid words={named.words()} all="Among all kept decisions." />
          <Answered answer={named.reading} waiting="Fetching the version.">
            {() => (
              <Show
                when={near.problem() ?? near.value()}
                fallback={
                  <>
                    <Progress
                      label="Decisions looked at"
                      done={near.looked()}
                      all={all.value()?.count}
                      words={lookedInWords(near.looked(), all.value()?.count)}
                    />
                    <div class={styles.acts}>
                      <Button onPress={near.stop}>Stop looking</Button>
                    </div>
                  </>
                }
              >
                <Show when={near.problem()}>
                  {(problem) => <Trouble problem={problem()} onAgain={near.again} ruleset={undefined} />}
                </Show>
                <Show when={near.value()}>{(so) => <LookedAt so={so()} named={named} asked={asked} />}</Show>
              </Show>
            )}
          </Answered>
        </section>
      </Show>
    </Screen>
  );
}
