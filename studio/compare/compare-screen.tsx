import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo, createRoot, createSignal, getOwner, Show, untrack } from 'solid-js';
import { changesAddress, compareCohortAddress } from '../addresses.ts';
import type { Client } from '../api.ts';
import { createAddress } from '../decide/address-of-trial.ts';
import { createJudged, mistakesOf } from '../decide/create-judged.ts';
import { createTrial, type Trial } from '../decide/create-trial.ts';
import { QuestionBar } from '../decide/question-bar.tsx';
import { TrialView } from '../decide/trial-view.tsx';
import styles from '../decide/try-screen.module.css';
import { VersionField } from '../decide/version-field.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createReading } from '../reading/create-reading.ts';
import { createOverview } from '../session/create-overview.ts';
import { useSession } from '../session/session.ts';
import { ChangedSection } from './changed-section.tsx';
import { createChanged } from './create-changed.ts';
import { StripSection } from './strip/strip-section.tsx';

interface Comparison {
  readonly trial: Trial;
  /** The version before: `phase-1@1.0.0`. */
  readonly other: Accessor<string>;
  readonly setOther: (version: string) => void;
}

/** By whom they are asked: a comparison outlives its screen, so that whoever follows a reason finds it again. */
const comparisons = new WeakMap<Client, Comparison>();

function comparisonOf(client: Client): Comparison {
  const held = comparisons.get(client);
  if (held !== undefined) return held;
  const trial = createRoot((end) => createTrial(end, undefined, { keepsVersion: true }), getOwner());
  const [other, setOther] = createSignal('');
  const made = { trial, other, setOther };
  comparisons.set(client, made);
  return made;
}

/** `phase-1@1.0.0`, taken apart. */
function named(text: string) {
  const [id = '', version = ''] = text.split('@');
  return id === '' || version === '' ? undefined : { id, version };
}

/** One family under two versions, decided in the page: what they say differently, and because of which edits. */
export function CompareScreen() {
  const { client } = useSession();
  const overview = createOverview();
  const { trial, other, setOther } = comparisonOf(client);
  const [search] = useSearchParams<{ with: string }>();
  const wanted = untrack(() => search.with);
  if (wanted !== undefined) setOther(wanted);
  const address = createAddress(trial, overview.value, () => ({
    with: other() === '' ? undefined : other(),
  }));
  const judged = createJudged(trial);
  const from = createMemo(() => named(other()));
  const changed = createChanged({
    ...{ trial, judged, before: createReading(() => from()), restatesBoth: false },
    wantsCauses: () => true,
  });
  const nameOf = (version: { readonly id: string; readonly version: string }) =>
    `${version.id} ${version.version}`;
  const edits = () => {
    const [was, now] = [from(), named(trial.typed.version)];
    return was !== undefined && was.id === now?.id && was.version !== now.version
      ? changesAddress(was.id, was.version, now.version)
      : undefined;
  };
  return (
    <Screen
      title="Compare two versions"
      wrong={mistakesOf(trial).length > 0}
      lead={
        <p>
          What two versions of the rules say differently of one family, and because of which edits.{' '}
          <a href={compareCohortAddress()}>Compare them over a whole cohort</a>
        </p>
      }
    >
      <Answered answer={overview} waiting="Asking the server what there is.">
        {(known) => (
          <div class={styles.try}>
            <QuestionBar trial={trial} rulesets={known().rulesets} versionLabel="Version after">
              <VersionField
                id="with"
                label="Version before"
                hint="What it is compared with."
                rulesets={known().rulesets}
                value={other()}
                onChoose={setOther}
              />
            </QuestionBar>
            <Show when={address.unknownVersion()}>
              {(name) => (
                <p class={styles.unknown} role="alert">
                  There is no version <code>{name()}</code>. Choose one of those there are.
                </p>
              )}
            </Show>
            <Show when={edits()}>
              {(href) => (
                <p>
                  <a href={href()}>All edits between these two versions</a>
                </p>
              )}
            </Show>
            <StripSection trial={trial} client={client} />
            <TrialView trial={trial} client={client} judged={judged()}>
              <Show when={from()}>
                {(version) => (
                  <Show when={judged() ?? changed.problem()}>
                    <ChangedSection
                      title="What they decide differently"
                      changed={changed}
                      before={nameOf(version())}
                      now={nameOf(named(trial.typed.version) ?? version())}
                    />
                  </Show>
                )}
              </Show>
            </TrialView>
          </div>
        )}
      </Answered>
    </Screen>
  );
}
