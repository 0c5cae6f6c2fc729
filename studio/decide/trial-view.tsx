import { createMemo, type JSX, Show } from 'solid-js';
import type { Client } from '../api.ts';
import { DecisionView } from '../decision/decision-view.tsx';
import type { MissingDatum } from '../decision/missing-list.tsx';
import { TraceView } from '../decision/trace-view.tsx';
import { TimelineView } from '../timeline/timeline-view.tsx';
import { createAfterDrawing } from '../ui/after-drawing.ts';
import { AnswerBar } from './answer-bar.tsx';
import { type Judged, mistakesOf } from './create-judged.ts';
import type { Trial } from './create-trial.ts';
import { FamilyPanel } from './family-panel.tsx';
import { fillIn, followMistake } from './lead-to.ts';
import styles from './try-screen.module.css';

interface TrialViewProps {
  readonly trial: Trial;
  readonly client: Client;
  readonly judged: Judged | undefined;
  /** Stands between the answer and the family. */
  readonly children?: JSX.Element;
}

/**
 * A family that is tried: the answer, the family beside the decision, and then the rules and the records that led to it. What
 * comes and goes moves nothing else, so that whoever types into the family stays there.
 */
export function TrialView(props: TrialViewProps) {
  const version = createMemo(() => props.judged?.version);
  const mistakes = () => mistakesOf(props.trial);
  const shown = () => props.trial.decided.shown;
  const traced = () => props.trial.decided.traced;
  // What stands below the decision is drawn after it, so that no verdict waits for it.
  const document = createAfterDrawing(() => props.trial.family.document());
  const judged = createAfterDrawing(() => props.judged);
  const fill = (datum: MissingDatum) => {
    fillIn(props.trial, datum);
  };
  return (
    <div class={styles.trial}>
      <AnswerBar
        trial={props.trial}
        onFollow={(mistake) => {
          followMistake(props.trial, mistake);
        }}
      />
      {props.children}
      <div class={styles.columns}>
        <FamilyPanel trial={props.trial} client={props.client} mistakes={mistakes()} />
        <div class={styles.decision} data-stale={props.trial.decided.current() ? undefined : ''}>
          <Show when={mistakes().length > 0 && version()}>
            <p class={styles.before}>This was decided before the last change.</p>
          </Show>
          <Show when={version()}>
            {(one) => (
              <Show when={shown().judgement}>
                {(judgement) => <DecisionView judgement={judgement()} version={one()} onFill={fill} />}
              </Show>
            )}
          </Show>
        </div>
      </div>
      <Show when={version()}>
        {(one) => (
          <>
            <TraceView traced={traced()} version={one()} family={document()} />
            <Show when={document()}>
              {(family) => (
                <Show when={judged()}>
                  {(it) => (
                    <TimelineView traced={traced()} answer={it().answer} version={one()} family={family()} />
                  )}
                </Show>
              )}
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
