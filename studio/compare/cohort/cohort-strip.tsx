import { createMemo, createSignal, For, Show } from 'solid-js';
import { comparedFamiliesAddress, comparisonAddress } from '../../addresses.ts';
import type { ComparedPair, Job, JobResults } from '../../api.ts';
import type { Ruleset } from '../../engine.ts';
import { counted } from '../../ui/number-in-words.ts';
import { Table } from '../../ui/table.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { EditSaid } from '../causes-view.tsx';
import styles from './cohort.module.css';
import {
  type CohortStripRow,
  cohortStripHeadline,
  cohortStripRows,
  isMoved,
  type StripCell,
} from './cohort-strip-rows.ts';
import { difference, headlineOf, versionName, versionsNamed } from './comparison-in-words.ts';
import { createLabels } from './create-labels.ts';
import { paymentNamed, verdictOf } from './names-in-rules.ts';

/** Edits that are named beside a step. */
const few = 3;

interface StripProps {
  readonly job: Job;
  readonly results: JobResults;
  /** The step that is looked at below. */
  readonly at: number;
}

function CellView(props: { readonly job: Job; readonly cell: StripCell; readonly position: number }) {
  return (
    <div class={styles.cell}>
      <span>{props.cell.text ?? 'Not there'}</span>
      <Show when={props.cell.moved > 0}>
        <a
          href={comparedFamiliesAddress(props.job.id, {
            pair: String(props.position - 1),
            ...props.cell.filter,
          })}
        >
          {counted(props.cell.moved, 'family', 'families')} told differently
        </a>
      </Show>
    </div>
  );
}

/** The edits that explain most families of a step. */
function StepEdits(props: { readonly pair: ComparedPair }) {
  const edits = () => props.pair.explained?.edits ?? [];
  return (
    <Show when={edits().length > 0}>
      <ul class={styles.changes}>
        <For each={edits().slice(0, few)}>
          {(edit) => (
            <li>
              <EditSaid edit={edit} /> It helps to explain {counted(edit.families, 'family', 'families')},{' '}
              {difference(edit.duePence)} due.
            </li>
          )}
        </For>
        <Show when={edits().length > few}>
          <li>{counted(edits().length - few, 'further edit', 'further edits')}</li>
        </Show>
      </ul>
    </Show>
  );
}

/** Every step from one version to the next: what it comes to, and because of which edits. */
function Steps(props: StripProps) {
  const named = ({ left, right }: ComparedPair) =>
    versionsNamed(props.job.question.versions.slice(left, right + 1));
  return (
    <nav aria-label="Which step is looked at">
      <ol class={styles.steps}>
        <For each={props.results.pairs}>
          {(pair, at) => (
            <li>
              <h3>
                <a
                  href={comparisonAddress(props.job.id, { pair: String(at()) })}
                  aria-current={at() === props.at ? 'true' : undefined}
                  noScroll
                >
                  {named(pair)}
                </a>
              </h3>
              <p class={styles.text}>{headlineOf(pair)}</p>
              <StepEdits pair={pair} />
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}

function RowName(props: { readonly of: CohortStripRow['of']; readonly labels: readonly Ruleset[] }) {
  const said = () => {
    if (props.of.kind === 'all') return <strong>Due in all</strong>;
    return props.of.kind === 'verdict'
      ? verdictOf(props.of.path, props.labels)
      : `Due: ${paymentNamed(props.of.id, props.labels)}`;
  };
  return <>{said()}</>;
}

/** What a cohort comes to under more than two versions, a column each, with the families that each step moves. */
export function CohortStrip(props: StripProps) {
  const [onlyMoved, setOnlyMoved] = createSignal(true);
  const labels = createLabels(() => props.job.question.versions);
  const rows = createMemo(() => cohortStripRows(props.results));
  const shown = () => (onlyMoved() ? rows().filter(isMoved) : rows());
  return (
    <section class={styles.part} aria-labelledby="strip-title">
      <h2 id="strip-title">Under every version</h2>
      <p class={styles.headline}>{cohortStripHeadline(props.results)}</p>
      <Toggle label="Only what changes" on={onlyMoved()} onChange={setOnlyMoved} />
      <Show when={shown().length > 0} fallback={<p>No row changes.</p>}>
        <Table
          caption="What the cohort comes to under every version"
          columns={[
            { head: 'What' },
            ...props.job.question.versions.map((version) => ({ head: versionName(version) })),
          ]}
          rows={shown()}
          cells={(row) => [
            <RowName of={row.of} labels={labels()} />,
            ...row.cells.map((cell, at) => <CellView job={props.job} cell={cell} position={at} />),
          ]}
        />
      </Show>
      <Steps {...props} />
    </section>
  );
}
