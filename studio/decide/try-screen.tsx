import { createMemo, createRoot, getOwner, Show } from 'solid-js';
import type { Client } from '../api.ts';
import { DecisionView } from '../decision/decision-view.tsx';
import type { MissingDatum } from '../decision/missing-list.tsx';
import { TraceView } from '../decision/trace-view.tsx';
import { Answered as WhenAnswered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import type { ReadVersion } from '../reading/read-version.ts';
import { createOverview } from '../session/create-overview.ts';
import { useSession } from '../session/session.ts';
import { TimelineView } from '../timeline/timeline-view.tsx';
import { createAddress } from './address-of-trial.ts';
import { AnswerBar } from './answer-bar.tsx';
import type { Answered } from './create-teller.ts';
import { createTrial, type Trial } from './create-trial.ts';
import { FamilyPanel } from './family-panel.tsx';
import { fillIn, followMistake } from './lead-to.ts';
import { QuestionBar } from './question-bar.tsx';
import { SaveCase } from './save-case.tsx';
import { ServerOpinion } from './server-opinion.tsx';
import styles from './try-screen.module.css';

/** By whom they are asked: a trial outlives its screen, so that whoever follows a reason finds it again. */
const trials = new WeakMap<Client, Trial>();

function trialOf(client: Client): Trial {
  const held = trials.get(client);
  if (held !== undefined) return held;
  const trial = createRoot(createTrial, getOwner());
  trials.set(client, trial);
  return trial;
}

interface Judged {
  readonly answer: Extract<Answered, { readonly kind: 'decided' }>;
  readonly version: ReadVersion;
}

/**
 * What was decided, and all that it was decided by; nothing until the rules that are chosen have decided. What is wrong with
 * a family takes away nothing: what was decided before stays.
 */
function createJudged(trial: Trial) {
  const judged = createMemo((before: Judged | undefined): Judged | undefined => {
    const [answer, version] = [trial.decided.answer(), trial.reading.value()];
    if (version === undefined || answer?.asked.rules !== trial.rules()?.key) return undefined;
    if (answer?.kind === 'decided') return { answer, version };
    return before?.version === version ? before : undefined;
  }, undefined);
  return judged;
}

/** One family decided in the page, at every keystroke, and why. */
export function TryScreen() {
  const { client, account } = useSession();
  const overview = createOverview();
  const trial = trialOf(client);
  const address = createAddress(trial, overview.value);
  const judged = createJudged(trial);
  const version = createMemo(() => judged()?.version);
  const { shown } = trial.decided;
  const mistakes = () => {
    const answer = trial.decided.answer();
    return answer?.kind === 'wrong' && trial.decided.current() ? answer.mistakes : [];
  };
  const fill = (datum: MissingDatum) => {
    fillIn(trial, datum);
  };
  return (
    <Screen
      title="Try a family"
      windowTitle={shown.judgement === undefined ? undefined : `Family ${shown.family}`}
      wrong={mistakes().length > 0}
      lead={<p>What is decided about one family under a version of the rules, on a day, and why.</p>}
    >
      <WhenAnswered answer={overview} waiting="Asking the server what there is.">
        {(known) => (
          <div class={styles.try}>
            <QuestionBar trial={trial} rulesets={known().rulesets} />
            <Show when={address.unknownVersion()}>
              {(name) => (
                <p class={styles.unknown} role="alert">
                  There is no version <code>{name()}</code>. Choose one of those there are.
                </p>
              )}
            </Show>
            <AnswerBar
              trial={trial}
              onFollow={(mistake) => {
                followMistake(trial, mistake);
              }}
            />
            <div class={styles.columns}>
              <FamilyPanel trial={trial} client={client} mistakes={mistakes()} />
              <div class={styles.decision} data-stale={trial.decided.current() ? undefined : ''}>
                <Show when={mistakes().length > 0 && version()}>
                  <p class={styles.before}>This was decided before the last change.</p>
                </Show>
                <Show when={version()}>
                  {(one) => (
                    <Show when={shown.judgement}>
                      {(judgement) => <DecisionView judgement={judgement()} version={one()} onFill={fill} />}
                    </Show>
                  )}
                </Show>
              </div>
            </div>
            <Show when={version()}>
              {(one) => (
                <>
                  <TraceView shown={shown} version={one()} family={trial.family.document()} />
                  <Show when={trial.family.document()}>
                    {(family) => (
                      <Show when={judged()}>
                        {(it) => (
                          <TimelineView
                            shown={shown}
                            answer={it().answer}
                            version={one()}
                            family={family()}
                          />
                        )}
                      </Show>
                    )}
                  </Show>
                </>
              )}
            </Show>
            <Show when={judged()}>
              <ServerOpinion trial={trial} client={client} />
            </Show>
            <Show when={account()?.permissions.includes('rulesets:draft') && trial.family.document()}>
              {(family) => (
                <Show when={judged()}>
                  {(it) => (
                    <SaveCase
                      client={client}
                      ruleset={it().version.held.id}
                      family={family()}
                      judgement={it().answer.judgement}
                    />
                  )}
                </Show>
              )}
            </Show>
          </div>
        )}
      </WhenAnswered>
    </Screen>
  );
}
