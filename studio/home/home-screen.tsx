import { For, Show } from 'solid-js';
import { readingAddress, tryAddress, versionsAddress } from '../addresses.ts';
import type { ListedRuleset, Overview, Release } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { HomeDrafts } from './home-drafts.tsx';
import styles from './home-screen.module.css';

type InForce = ListedRuleset & { readonly inForce: Release };

const isInForce = (ruleset: ListedRuleset): ruleset is InForce => ruleset.inForce !== null;

function InForceToday(props: { readonly overview: Overview }) {
  const inForce = () => props.overview.rulesets.filter(isInForce);
  const versions = () => props.overview.rulesets.reduce((sum, one) => sum + one.versions.length, 0);
  return (
    <div class={styles.section}>
      <h2>In force today</h2>
      <Show
        when={inForce().length > 0}
        fallback={
          <p class={styles.text}>
            No version of any ruleset is in force on {dayInWords(props.overview.on)}. Any of them can be read,
            and asked on any day.
          </p>
        }
      >
        <ul class={styles.inForce}>
          <For each={inForce()}>
            {({ id, title, inForce: { version, from } }) => (
              <li>
                <a href={readingAddress({ id, version })}>
                  {title}, version {version}
                </a>{' '}
                since {dayInWords(from)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NextDates overview={props.overview} />
      <h2>What there is</h2>
      <ul class={styles.inForce}>
        <For each={props.overview.rulesets}>
          {({ id, title }) => (
            <li>
              <a href={versionsAddress(id)}>{title}</a>
            </li>
          )}
        </For>
      </ul>
      <p class={styles.sum}>
        {props.overview.rulesets.length} rulesets in {versions()} versions.{' '}
        <a href="/rulesets">All of them</a>, with what is in force.
      </p>
    </div>
  );
}

function NextDates(props: { readonly overview: Overview }) {
  const changes = () =>
    props.overview.rulesets
      .flatMap(({ id, title, next }) => (next === null ? [] : [{ id, title, ...next }]))
      .sort((one, other) => one.on.localeCompare(other.on));
  return (
    <Show when={changes().length > 0}>
      <h2>Next dates</h2>
      <ul class={styles.inForce}>
        <For each={changes()}>
          {({ id, title, on, version }) => (
            <li>
              {dayInWords(on)}:{' '}
              <Show when={version} fallback={<a href={versionsAddress(id)}>{title}</a>}>
                {(number) => (
                  <a href={readingAddress({ id, version: number() })}>
                    {title}, version {number()}
                  </a>
                )}
              </Show>{' '}
              {version === null ? 'is no longer in force in any version' : 'comes into force'}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** What this is, what can be done here, and what is in force today. */
export function HomeScreen() {
  const overview = createOverview();
  return (
    <Screen
      title="Policies as rules, decisions with reasons"
      windowTitle=""
      lead={
        <p>
          Threshold decides families under any version of the rules, on any day: whether they are eligible,
          which results count, what is due, and what is not known.
        </p>
      }
    >
      <HomeDrafts />
      <ul class={styles.ways}>
        <li>
          <a href={tryAddress()}>Try a family</a>
          <p>
            Give a family by a form, as JSON or ready made, and see at every keystroke what is decided, and
            why.
          </p>
        </li>
        <li>
          <a href="/rulesets">Read the rules</a>
          <p>
            Every version in English, each sentence with its source, and what changed from one to the next.
          </p>
        </li>
      </ul>
      <Answered answer={overview} waiting="Asking the server what there is.">
        {(known) => <InForceToday overview={known()} />}
      </Answered>
    </Screen>
  );
}
