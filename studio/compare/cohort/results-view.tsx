import { createMemo, For, Show } from 'solid-js';
import { comparedFamiliesAddress, comparisonAddress } from '../../addresses.ts';
import type { ComparedPair, ComparedVersion, Job, JobResults } from '../../api.ts';
import { DownloadLink } from '../../session/download-link.tsx';
import { counted } from '../../ui/number-in-words.ts';
import styles from './cohort.module.css';
import { CohortStrip } from './cohort-strip.tsx';
import { headlineOf, versionName } from './comparison-in-words.ts';
import type { Filter } from './create-jobs.ts';
import { createRulesCompared } from './create-rules-compared.ts';
import { EditsExplained } from './edits-explained.tsx';
import { eligibilityFirst, verdictOf } from './names-in-rules.ts';
import { PaymentsTable } from './payments-table.tsx';
import { TransitionMatrix } from './transition-matrix.tsx';
import { matrixOf } from './transitions.ts';

interface ResultsProps {
  readonly job: Job;
  readonly results: JobResults;
  /** Which of the pairs, as the address has it. */
  readonly pair: string | undefined;
  /** Whether rows in which nothing changes are shown too. */
  readonly showsAll: boolean;
}

/** The whole of it as files. */
function Files(props: { readonly job: string; readonly pair: ComparedPair }) {
  const families = (as: string) =>
    `/jobs/${props.job}/families?left=${props.pair.left}&right=${props.pair.right}&changed=true&as=${as}`;
  return (
    <section class={`${styles.group} ${styles.files}`} aria-labelledby="files-title">
      <h2 id="files-title">Take it along</h2>
      <ul class={styles.ways}>
        <For each={['csv', 'xlsx']}>
          {(as) => (
            <>
              <li>
                <DownloadLink of={`/jobs/${props.job}/results?as=${as}`} name={`results.${as}`}>
                  Results as {as.toUpperCase()}
                </DownloadLink>
              </li>
              <li>
                <DownloadLink of={families(as)} name={`families.${as}`}>
                  Changed families as {as.toUpperCase()}
                </DownloadLink>
              </li>
            </>
          )}
        </For>
      </ul>
    </section>
  );
}

/** What came of a comparison: a sentence, who moves where, the pounds, and what each edit explains. */
export function ResultsView(props: ResultsProps) {
  const at = () => (/^\d$/.test(props.pair ?? '') ? Number(props.pair) : 0);
  const pair = createMemo(() => props.results.pairs[at()] ?? props.results.pairs[0]);
  const versions = createMemo((): readonly [ComparedVersion, ComparedVersion] | undefined => {
    const [left, right] = [
      props.job.question.versions[pair()?.left ?? 0],
      props.job.question.versions[pair()?.right ?? 0],
    ];
    return left === undefined || right === undefined ? undefined : [left, right];
  });
  const rules = createRulesCompared(() => versions());
  const names = () => ({
    before: versionName(versions()?.[0] ?? nobody),
    after: versionName(versions()?.[1] ?? nobody),
  });
  const behind = (filter: Filter) => comparedFamiliesAddress(props.job.id, { pair: String(at()), ...filter });
  const matrices = createMemo(() => eligibilityFirst(pair()?.verdicts ?? []).map(matrixOf));
  const shown = () => (props.showsAll ? matrices() : matrices().filter(({ moved }) => moved > 0));
  const hidden = () => matrices().length - matrices().filter(({ moved }) => moved > 0).length;
  return (
    <Show when={pair()} fallback={<p>There was one version alone: nothing is compared.</p>}>
      {(now) => (
        <>
          <Show when={props.results.pairs.length > 1}>
            <CohortStrip job={props.job} results={props.results} at={at()} />
            <h2>
              The step from {names().before} to {names().after}
            </h2>
          </Show>
          <div class={styles.part}>
            <p class={styles.headline}>{headlineOf(now())}</p>
            <Show when={now().changed > 0}>
              <p>
                <a href={behind({ changed: 'true' })}>
                  The {counted(now().changed, 'family', 'families')} told something different
                </a>
              </p>
            </Show>
          </div>
          <section class={styles.part} aria-labelledby="moves-title">
            <h2 id="moves-title">Who moves where</h2>
            <p class={styles.text}>
              Rows say what families are told under {names().before}, columns what under {names().after}.
              Every number leads to its families.
            </p>
            <Show when={shown().length > 0} fallback={<p>No verdict changes for any family.</p>}>
              <div class={styles.matrices}>
                <For each={shown()}>
                  {(matrix) => (
                    <TransitionMatrix
                      title={verdictOf(matrix.path, rules.rulesets())}
                      matrix={matrix}
                      behind={(from, to) => behind({ path: matrix.path, from, to })}
                    />
                  )}
                </For>
              </div>
            </Show>
            <Show when={hidden() > 0}>
              <p>
                <a
                  href={comparisonAddress(props.job.id, {
                    pair: String(at()),
                    ...(props.showsAll ? {} : { rows: 'all' }),
                  })}
                  noScroll
                >
                  {props.showsAll
                    ? 'Show only what changes'
                    : `Show the ${hidden()} in which nobody moves too`}
                </a>
              </p>
            </Show>
          </section>
          <PaymentsTable
            pair={now()}
            before={names().before}
            after={names().after}
            rulesets={rules.rulesets()}
            showsAll={props.showsAll}
            behind={(payment) => behind({ payment })}
          />
          <EditsExplained pair={now()} behind={(edit) => behind({ edit: String(edit) })} />
          <Files job={props.job.id} pair={now()} />
        </>
      )}
    </Show>
  );
}

const nobody: ComparedVersion = { id: '', version: '', hash: '', draft: null, revision: null };
