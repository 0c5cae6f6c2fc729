import { For, Show } from 'solid-js';
import { createMade } from './create-made.ts';
import type { Trial } from './create-trial.ts';
import { casesOf } from './given-case.ts';
import { KeptFamilies } from './kept-families.tsx';
import { profiles } from './made-family.ts';
import { showsOf } from './shows.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import { Button } from '../ui/button.tsx';
import { describedBy, Field } from '../ui/field.tsx';
import styles from './made-families.module.css';

function Synthetic(props: { readonly trial: Trial; readonly version: DecidingRules }) {
  // eslint-disable-next-line solid/reactivity -- because there is one trial for as long as the screen lives
  const made = createMade(props.trial);
  return (
    <section class={styles.part} aria-label="A synthetic family">
      <h3>A synthetic family</h3>
      <p class={styles.note}>Nobody’s: made from a number. Whoever opens its address sees the same one.</p>
      <Field id="made-profile" label="From">
        <select
          id="made-profile"
          value={made.profile()}
          onChange={(event) => {
            made.setProfile(event.currentTarget.value);
          }}
        >
          <For each={profiles}>{({ id, title }) => <option value={id}>{title}</option>}</For>
        </select>
      </Field>
      <Field id="made-seed" label="Seed" hint="Another number makes other families." error={made.seedWrong()}>
        <input
          id="made-seed"
          inputmode="numeric"
          autocomplete="off"
          value={made.seed()}
          aria-describedby={describedBy('made-seed', made.seedWrong())}
          aria-invalid={made.seedWrong() === undefined ? undefined : 'true'}
          onInput={(event) => {
            made.setSeed(event.currentTarget.value.trim());
          }}
        />
      </Field>
      <Field id="made-shows" label="One that shows" hint="Under this version, on the day asked about.">
        <select
          id="made-shows"
          value={made.shows()}
          aria-describedby="made-shows-hint"
          onChange={(event) => {
            made.setShows(event.currentTarget.value);
          }}
        >
          <option value="">Anything</option>
          <For each={showsOf(props.version.checked)}>
            {({ title, shows }) => (
              <optgroup label={title}>
                <For each={shows}>{({ id, label }) => <option value={id}>{label}</option>}</For>
              </optgroup>
            )}
          </For>
        </select>
      </Field>
      <div class={styles.row}>
        <Button busy={made.busy()} onPress={() => void made.find()}>
          Find the next one
        </Button>
        <span role="status">{made.told()}</span>
      </div>
    </section>
  );
}

function Cases(props: { readonly trial: Trial; readonly version: DecidingRules }) {
  let choice: HTMLSelectElement | undefined;
  const cases = () => casesOf(props.version);
  const use = () => {
    const one = cases().find(({ id }) => id === choice?.value);
    const family = one?.family();
    if (one === undefined || family === undefined) return;
    props.trial.give({
      ...{ what: `Using the case “${one.name}”`, family, asOf: one.asOf },
      ...{ restate: one.restateAttachment ?? null, origin: { kind: 'case', id: one.id } },
    });
  };
  return (
    <section class={styles.part} aria-label="A case of this version">
      <h3>A case of this version</h3>
      <Show when={cases().length > 0} fallback={<p>This version has no cases.</p>}>
        <Field id="made-case" label="Case" hint="Its day comes with it.">
          <select id="made-case" aria-describedby="made-case-hint" ref={(one) => (choice = one)}>
            <For each={cases()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
          </select>
        </Field>
        <div>
          <Button onPress={use}>Use this case</Button>
        </div>
      </Show>
    </section>
  );
}

/** Families to choose from: synthetic ones by what they show, the cases of the version, and those that are kept. */
export function MadeFamilies(props: { readonly trial: Trial }) {
  return (
    <Show
      when={props.trial.reading.value()}
      fallback={<p>Choose a version of the rules first: its cases, and what families show, depend on it.</p>}
    >
      {(version) => (
        <div class={styles.made}>
          <Synthetic trial={props.trial} version={version()} />
          <Cases trial={props.trial} version={version()} />
          <KeptFamilies trial={props.trial} />
        </div>
      )}
    </Show>
  );
}
