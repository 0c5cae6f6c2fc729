import { createMemo, Show } from 'solid-js';
import { decisionsAddress, sampleAddress } from '../../addresses.ts';
import type { DecisionSample } from '../../api.ts';
import { Answered } from '../../frame/answered.tsx';
import { Screen } from '../../frame/screen.tsx';
import { save } from '../../session/save.ts';
import { Button } from '../../ui/button.tsx';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { createFilterNamed, type FilterNamed } from '../filter/create-filter.ts';
import { FOUND } from '../filter/create-filter-form.ts';
import { createReplays } from './create-replays.ts';
import { createDrawingForm, createSample } from './create-sample.ts';
import { DecisionWays } from '../decision-ways.tsx';
import styles from '../decisions.module.css';
import { DrawingFormView } from './drawing-form-view.tsx';
import { FilterSaid } from '../filter/filter-said.tsx';
import { HowToKeep } from '../how-to-keep.tsx';
import { ReplaysView } from './replays-view.tsx';
import { sampleCsv } from './sample-csv.ts';
import { SampleFacts } from './sample-facts.tsx';
import { SampleTable } from './sample-table.tsx';

interface DrawnProps {
  readonly drawn: DecisionSample;
  readonly named: FilterNamed;
}

function Drawn(props: DrawnProps) {
  const records = createMemo(() => props.drawn.sample.map(({ record }) => record));
  const replays = createReplays(() => records());
  const came = () => replays.current()?.results ?? new Map<string, never>();
  const said = () =>
    `${counted(props.drawn.sample.length, 'decision was', 'decisions were')} drawn, of ${numberInWords(props.drawn.population.decisions)}.`;
  const download = () => {
    save(new Blob([sampleCsv(props.drawn, came())], { type: 'text/csv' }), 'sample.csv');
  };
  return (
    <>
      <p class={styles.headline} role="status">
        {said()}
      </p>
      <Show
        when={props.drawn.sample.length > 0}
        fallback={
          <Show when={props.named.words().length <= 1} fallback={<p>No kept decision is like this.</p>}>
            <HowToKeep />
          </Show>
        }
      >
        <ReplaysView replays={replays} all={records().length} />
        <SampleTable sample={props.drawn.sample} came={came()} />
        <div class={styles.acts}>
          <Button onPress={download}>Download as CSV</Button>
          <Button
            onPress={() => {
              window.print();
            }}
          >
            Print
          </Button>
        </div>
      </Show>
      <SampleFacts drawn={props.drawn} names={props.named.names()} />
    </>
  );
}

/** A sample of kept decisions, drawn so that somebody else can draw it again. */
export function SampleScreen() {
  const named = createFilterNamed();
  const form = createDrawingForm(named.filter);
  const sample = createSample(named.filter);
  return (
    <Screen
      title="Draw a sample"
      wrong={sample.problem() !== undefined || form().mistakes().length > 0}
      trail={[{ href: decisionsAddress, text: 'Decisions' }]}
      lead={
        <p>Kept decisions drawn by a seed, to be looked through. Whoever has the seed draws the same ones.</p>
      }
    >
      <DecisionWays here={sampleAddress} filter={named.filter()} />
      <section class={`${styles.fields} ${styles.screenOnly}`} aria-label="How to draw">
        <DrawingFormView form={form()} />
        <Show when={sample.isAsked()}>
          <p>
            <a href={sampleAddress}>Begin another sample</a>
          </p>
        </Show>
      </section>
      <Show when={sample.isAsked()}>
        <section class={styles.part} aria-labelledby={FOUND}>
          <h2 id={FOUND} tabindex="-1">
            The sample
          </h2>
          <FilterSaid words={named.words()} all="Of all kept decisions." />
          <Answered answer={sample} waiting="The sample is being drawn.">
            {(drawn) => <Drawn drawn={drawn()} named={named} />}
          </Answered>
        </section>
      </Show>
    </Screen>
  );
}
