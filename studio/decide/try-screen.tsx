import { createRoot, getOwner, Show } from 'solid-js';
import type { Client } from '../api.ts';
import { ClaimableSection } from '../claimable/claimable-section.tsx';
import { Answered as WhenAnswered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { useSession } from '../session/session.ts';
import { createAddress } from './address-of-trial.ts';
import { createJudged, mistakesOf } from './create-judged.ts';
import { createTrial, type Trial } from './create-trial.ts';
import { QuestionBar } from './question-bar.tsx';
import { SaveCase } from './save-case.tsx';
import { ServerOpinion } from './server-opinion.tsx';
import { TrialView } from './trial-view.tsx';
import styles from './try-screen.module.css';

/** By whom they are asked: a trial outlives its screen, so that whoever follows a reason finds it again. */
const trials = new WeakMap<Client, Trial>();

function trialOf(client: Client): Trial {
  const held = trials.get(client);
  if (held !== undefined) return held;
  const trial = createRoot((end) => createTrial(end), getOwner());
  trials.set(client, trial);
  return trial;
}

/** One family decided in the page, at every keystroke, and why. */
export function TryScreen() {
  const { client, account } = useSession();
  const overview = createOverview();
  const trial = trialOf(client);
  const address = createAddress(trial, overview.value);
  const judged = createJudged(trial);
  const { shown } = trial.decided;
  return (
    <Screen
      title="Try a family"
      windowTitle={shown.judgement === undefined ? undefined : `Family ${shown.family}`}
      wrong={mistakesOf(trial).length > 0}
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
            <TrialView trial={trial} client={client} judged={judged()} />
            <Show when={judged()}>
              <ClaimableSection trial={trial} />
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
