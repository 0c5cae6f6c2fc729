import { type JSX, Show } from 'solid-js';
import type { ListedRuleset } from '../api.ts';
import { DateFields } from '../ui/date-fields.tsx';
import type { Trial } from './create-trial.ts';
import styles from './question-bar.module.css';
import { VersionField } from './version-field.tsx';

interface QuestionBarProps {
  readonly trial: Trial;
  /** Among which a version is chosen; absent where the rules are given. */
  readonly rulesets?: readonly ListedRuleset[];
  /** Where it is not the only one. */
  readonly versionLabel?: string;
  /** Stands before it. */
  readonly children?: JSX.Element;
}

/** Which version, on which day; and, where it is another, the day on which the family is taken to be attached. */
export function QuestionBar(props: QuestionBarProps) {
  return (
    <section class={styles.bar} aria-label="The question">
      {props.children}
      <Show when={props.rulesets}>
        {(rulesets) => (
          <VersionField
            id="version"
            label={props.versionLabel ?? 'Version of the rules'}
            hint="Any version can be asked, on any day."
            rulesets={rulesets()}
            value={props.trial.typed.version}
            onChoose={(version) => {
              props.trial.choose(version);
            }}
          />
        )}
      </Show>
      <DateFields
        id="as-of"
        legend="As of"
        hint="The day that the rules see as today, for example 1 12 2012."
        value={props.trial.typed.asOf}
        error={props.trial.wrongAsOf()}
        onChange={(day) => {
          props.trial.setTyped('asOf', day);
        }}
      />
      <details class={styles.more} open={props.trial.restate() !== undefined}>
        <summary>As if attached on another day</summary>
        <DateFields
          id="restate"
          legend="Attached on, as restated"
          hint="Leave it empty to go by the family’s own day."
          value={props.trial.typed.restate}
          error={props.trial.wrongRestate()}
          onChange={(day) => {
            props.trial.setTyped('restate', day);
          }}
        />
      </details>
    </section>
  );
}
