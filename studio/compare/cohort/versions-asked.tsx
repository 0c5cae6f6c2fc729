import { createMemo, For, Show } from 'solid-js';
import type { Overview } from '../../api.ts';
import { VersionField } from '../../decide/version-field.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './cohort.module.css';
import { type AskingField, type AskingForm, further } from './create-asking.ts';

interface VersionsProps {
  readonly form: AskingForm;
  readonly rulesets: Overview['rulesets'];
}

interface OneProps extends VersionsProps {
  readonly name: AskingField;
  readonly label: string;
  readonly hint: string;
}

function One(props: OneProps) {
  return (
    <VersionField
      id={props.form.control(props.name)}
      label={props.label}
      hint={props.hint}
      error={props.form.wrong(props.name)}
      rulesets={props.rulesets}
      value={props.form.typed(props.name)}
      onChoose={(chosen) => {
        props.form.type(props.name, chosen);
      }}
    />
  );
}

/** Versions asked for at once, at most. */
const most = further.length + 2;

/** Two versions, and as many more as are wanted, each compared with the one before it. */
export function VersionsAsked(props: VersionsProps) {
  /** The ruleset of the version before, where there is more to it than two versions. */
  const whole = createMemo(() => {
    const [id] = props.form.typed('before').split('@');
    const found = props.rulesets.find((one) => one.id === id);
    return found !== undefined && found.versions.length > 2 && found.versions.length <= most
      ? found
      : undefined;
  });
  const goTo = (name: AskingField) => document.getElementById(props.form.control(name))?.focus();
  return (
    <>
      <One {...props} name="before" label="Version before" hint="What it is compared with." />
      <One {...props} name="after" label="Version after" hint="What would be decided, or is now." />
      <For each={props.form.rooms()}>
        {(name, at) => (
          <div class={styles.group}>
            <One
              {...props}
              name={name}
              label={`Version ${at() + 3}`}
              hint="It is compared with the one before it."
            />
            <div>
              <Button
                label={`Leave out version ${at() + 3}`}
                onPress={() => {
                  props.form.leaveOut(name);
                  goTo('after');
                }}
              >
                Leave it out
              </Button>
            </div>
          </div>
        )}
      </For>
      <div class={styles.ways}>
        <Show when={props.form.rooms().length < further.length}>
          <Button
            onPress={() => {
              props.form.add();
              const last = props.form.rooms().at(-1);
              if (last !== undefined) goTo(last);
            }}
          >
            Add another version
          </Button>
        </Show>
        <Show when={whole()}>
          {(ruleset) => (
            <Button
              onPress={() => {
                props.form.choose(ruleset().versions.map((version) => `${ruleset().id}@${version}`));
              }}
            >
              Every version of {ruleset().id}
            </Button>
          )}
        </Show>
      </div>
    </>
  );
}
