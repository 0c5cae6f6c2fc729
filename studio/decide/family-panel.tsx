import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import type { Client } from '../api.ts';
import { FamilyForm } from '../family/family-form.tsx';
import { emptyFamily } from '../family/family-document.ts';
import { FamilyJson } from '../family/family-json.tsx';
import type { FormOfFamily } from '../family/form-of-family.ts';
import { typesRead } from '../family/record-types.ts';
import type { DecidingRules } from '../reading/read-version.ts';
import { Button } from '../ui/button.tsx';
import { RadioRow } from '../ui/radio-row.tsx';
import type { Mistake } from './asked.ts';
import type { Trial, Way } from './create-trial.ts';
import styles from './family-panel.module.css';
import { MadeFamilies } from './made-families.tsx';

const choices: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
  { value: 'made', label: 'Made families' },
];

interface FamilyPanelProps {
  readonly trial: Trial;
  readonly client: Client;
  readonly mistakes: readonly Mistake[];
}

/** Starts for whoever has no family at hand. */
function Starts(props: Pick<FamilyPanelProps, 'trial' | 'client'>) {
  const [failed, setFailed] = createSignal(false);
  const useExample = async () => {
    try {
      const response = await props.client.examples.evaluation.$get();
      const { ruleset, asOf, family } = await response.json();
      setFailed(false);
      props.trial.suggest(`${ruleset.id}@${ruleset.version}`);
      props.trial.give({ what: 'Using the example family', family, asOf, restate: null });
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <Button onPress={() => void useExample()}>Use the example family</Button>
      <Button
        onPress={() => {
          props.trial.give({ what: 'Beginning an empty family', family: emptyFamily });
          props.trial.setWay('form');
        }}
      >
        Begin an empty family
      </Button>
      <Show when={failed()}>
        <span role="alert">The server did not answer: the example family is not to be had now.</span>
      </Show>
    </>
  );
}

function Steps(props: Pick<FamilyPanelProps, 'trial'>) {
  const family = () => props.trial.family;
  return (
    <>
      <Show when={family().undoable()}>
        {(what) => (
          <Button
            label={`Undo: ${what()}`}
            onPress={() => {
              family().undo();
            }}
          >
            Undo
          </Button>
        )}
      </Show>
      <Show when={family().redoable()}>
        {(what) => (
          <Button
            label={`Redo: ${what()}`}
            onPress={() => {
              family().redo();
            }}
          >
            Redo
          </Button>
        )}
      </Show>
    </>
  );
}

/** What the form needs to know, from the version that is chosen. */
function formFor(props: FamilyPanelProps, version: DecidingRules): FormOfFamily {
  const wrong = createMemo(
    () => new Map(props.mistakes.toReversed().map(({ pointer, message }) => [pointer, message])),
  );
  const { vocabulary, calendars } = version.checked;
  return {
    family: props.trial.family,
    vocabulary,
    terms: [...new Set(calendars.flatMap(({ terms }) => terms.map(({ id }) => id)))].sort(),
    read: typesRead(version.checked),
    wrongAt: (pointer) => wrong().get(pointer),
  };
}

function AsForm(props: FamilyPanelProps) {
  return (
    <Show
      when={props.trial.reading.value()}
      fallback={<p>Choose a version of the rules first: it says what a family may hold.</p>}
    >
      {(version) => (
        <Switch fallback={<FamilyForm form={formFor(props, version())} />}>
          <Match when={props.trial.family.text().trim() === ''}>
            <p>There is no family yet. Begin an empty one, use the example, or choose one that is made.</p>
          </Match>
          <Match when={props.trial.family.isLarge()}>
            <p role="status">
              This family is too large for a form. It is decided all the same, and can be replaced under JSON.
            </p>
          </Match>
          <Match when={props.trial.family.document() === undefined}>
            <p role="status">The JSON of this family cannot be read: mend it there, and the form is back.</p>
          </Match>
        </Switch>
      )}
    </Show>
  );
}

/** The family, in three ways: all of one document. */
export function FamilyPanel(props: FamilyPanelProps) {
  return (
    <section class={styles.panel} aria-labelledby="family-title">
      <h2 id="family-title">The family</h2>
      <RadioRow
        id="family-way"
        legend="Give it as"
        value={props.trial.way()}
        choices={choices}
        onChange={props.trial.setWay}
      />
      <div class={styles.row}>
        <Starts trial={props.trial} client={props.client} />
        <Steps trial={props.trial} />
      </div>
      <Switch>
        <Match when={props.trial.way() === 'form'}>
          <AsForm {...props} />
        </Match>
        <Match when={props.trial.way() === 'json'}>
          <FamilyJson family={props.trial.family} wrong={props.mistakes.length > 0} />
        </Match>
        <Match when={props.trial.way() === 'made'}>
          <MadeFamilies trial={props.trial} />
        </Match>
      </Switch>
    </section>
  );
}
