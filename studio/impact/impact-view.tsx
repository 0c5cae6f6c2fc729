import { createMemo, For, Show } from 'solid-js';
import { headlineOf } from '../compare/cohort/comparison-in-words.ts';
import { eligibilityFirst, verdictOf } from '../compare/cohort/names-in-rules.ts';
import { PaymentsTable } from '../compare/cohort/payments-table.tsx';
import { TransitionMatrix } from '../compare/cohort/transition-matrix.tsx';
import { matrixOf } from '../compare/cohort/transitions.ts';
import type { Ruleset } from '../engine.ts';
import { save } from '../session/save.ts';
import { Button } from '../ui/button.tsx';
import { LongList } from '../ui/long-list.tsx';
import { counted } from '../ui/number-in-words.ts';
import { AreasTable } from './areas-table.tsx';
import { impactCsv } from './impact-csv.ts';
import styles from './impact.module.css';
import { MetChart } from './met-chart.tsx';
import type { Impact } from './weighing.ts';

interface ImpactViewProps {
  readonly impact: Impact;
  /** Whether it is of the rules as they stand now. */
  readonly current: boolean;
  readonly before: string;
  readonly rulesets: readonly Ruleset[];
  /** Tries a family of the cohort under the draft, by its id. */
  readonly onTry: (family: string) => void;
}

const now = 'this draft';

/** What a draft changes: a sentence, who moves where, the pounds, the areas, and a chart of what is met. */
export function ImpactView(props: ImpactViewProps) {
  const matrices = createMemo(() => eligibilityFirst(props.impact.verdicts).map(matrixOf));
  const moving = () => matrices().filter(({ moved }) => moved > 0);
  return (
    <div class={styles.view}>
      <div role="status">
        <p class={styles.headline}>{headlineOf(props.impact)}</p>
        <Show when={!props.current}>
          <p>It is being weighed anew.</p>
        </Show>
      </div>
      <Show when={props.impact.wrong > 0}>
        <p>
          {counted(props.impact.wrong, 'family', 'families')} cannot be read under both, and count nowhere.
        </p>
      </Show>
      <div>
        <Button
          onPress={() => {
            const text = impactCsv(props.impact, props.rulesets);
            save(new Blob([text], { type: 'text/csv' }), 'impact.csv');
          }}
        >
          Download as CSV
        </Button>
      </div>
      <section class={styles.part} aria-labelledby="moves-title">
        <h2 id="moves-title">Who moves where</h2>
        <Show when={moving().length > 0} fallback={<p>No verdict changes for any family.</p>}>
          <p class={styles.text}>
            Rows say what families are told under {props.before}, columns what under {now}.
          </p>
          <div class={styles.matrices}>
            <For each={moving()}>
              {(matrix) => (
                <TransitionMatrix title={verdictOf(matrix.path, props.rulesets)} matrix={matrix} />
              )}
            </For>
          </div>
        </Show>
      </section>
      <PaymentsTable
        pair={props.impact}
        before={props.before}
        after={now}
        rulesets={props.rulesets}
        showsAll={false}
      />
      <AreasTable areas={props.impact.areas} />
      <MetChart
        matrices={matrices()}
        rulesets={props.rulesets}
        families={props.impact.families}
        before={props.before}
      />
      <Show when={props.impact.moved.length > 0}>
        <details>
          <summary>
            {props.impact.moved.length < props.impact.changed ? 'The first ' : ''}
            {counted(props.impact.moved.length, 'family', 'families')} told something different
          </summary>
          <p class={styles.lead}>
            Each is tried under this draft by its button: what the draft changes for it, why, and because of
            which edits.
          </p>
          <LongList each={props.impact.moved} class={styles.moved} close>
            {(id) => (
              <Button
                label={`Try ${id} under this draft`}
                onPress={() => {
                  props.onTry(id);
                }}
              >
                {id}
              </Button>
            )}
          </LongList>
        </details>
      </Show>
    </div>
  );
}
