import { Match, Switch } from 'solid-js';
import type { KeptDecision } from '../../api.ts';
import { DecisionView } from '../../decision/decision-view.tsx';
import { TraceView } from '../../decision/trace-view.tsx';
import type { ReadVersion } from '../../reading/read-version.ts';
import type { InFull } from './create-in-full.ts';
import styles from '../decisions.module.css';
import { keptPlaces } from './kept-places.ts';

interface InFullViewProps {
  readonly kept: KeptDecision;
  readonly version: ReadVersion;
  readonly inFull: InFull;
}

const without: Readonly<Record<KeptDecision['family']['held'], string>> = {
  family:
    'The family’s record is held, and for those to read who may read families. Without it there are no reasons in words; what each condition came to stands in the trace.',
  withheld:
    'The family’s record was withheld, so that there are no reasons in words. What each condition came to stands in the trace, which holds no day, name or number of the family.',
  erased:
    'The family was erased, so that there are no reasons in words. What each condition came to stands in the trace, which holds no day, name or number of the family.',
};

/** What each line of the rules came to, from the record alone. */
function FromTrace(props: Pick<InFullViewProps, 'kept' | 'version'>) {
  const traced = () => ({
    judgement: undefined,
    places: keptPlaces(props.kept, props.version.checked.ruleset),
  });
  return (
    <>
      <p class={styles.text}>{without[props.kept.family.held]}</p>
      <TraceView traced={traced()} version={props.version} family={undefined} whole />
    </>
  );
}

/** The reasons of a kept decision: made again in this page where its family can be read, else as far as its trace goes. */
export function InFullView(props: InFullViewProps) {
  const family = () => props.inFull.family;
  // because what was decided of another family stays until this one is
  const judgement = () => (props.inFull.decided.current() ? props.inFull.decided.shown.judgement : undefined);
  return (
    <section class={styles.part} aria-labelledby="full-title">
      <h2 id="full-title">Reasons</h2>
      <Switch fallback={<FromTrace kept={props.kept} version={props.version} />}>
        <Match when={family().problem() ?? props.inFull.decided.broken()}>
          <p role="alert">The family’s record could not be read. Load the page again.</p>
        </Match>
        <Match when={judgement()}>
          {(judged) => (
            <>
              <p class={styles.text}>
                Made again in this page, of the family as it was decided, by the very version that decided.
              </p>
              <DecisionView judgement={judged()} version={props.version} />
              <TraceView
                traced={props.inFull.decided.traced}
                version={props.version}
                family={family().value() ?? undefined}
              />
            </>
          )}
        </Match>
        <Match when={family().isAsked() && family().value() !== null}>
          <p role="status">The family is being fetched, and decided in this page.</p>
        </Match>
      </Switch>
    </section>
  );
}
