import { For, Show } from 'solid-js';
import type { ListedRuleset } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { DateFields } from '../ui/date-fields.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { describedBy, Field } from '../ui/field.tsx';
import type { Question } from './create-question.ts';
import type { Control, QuestionMistake } from './mistakes.ts';
import styles from './question-form.module.css';

interface QuestionFormProps {
  readonly question: Question;
  readonly rulesets: readonly ListedRuleset[];
}

function summed(mistakes: readonly QuestionMistake[]): string | undefined {
  const [first] = mistakes;
  if (first === undefined) return undefined;
  return mistakes.length === 1 ? first.message : `${mistakes.length} things are wrong: see the list above`;
}

function VersionOptions(props: { readonly rulesets: readonly ListedRuleset[] }) {
  return (
    <>
      <option value="">Choose a version</option>
      <For each={props.rulesets}>
        {(ruleset) => (
          <optgroup label={ruleset.title}>
            <For each={ruleset.versions}>
              {(version) => <option value={`${ruleset.id}@${version}`}>{`${ruleset.id} ${version}`}</option>}
            </For>
          </optgroup>
        )}
      </For>
    </>
  );
}

/** Which version, on which day, which family: and the button that decides. */
export function QuestionForm(props: QuestionFormProps) {
  let family: HTMLTextAreaElement | undefined;
  const error = (control: Control) =>
    summed(props.question.mistakes().filter((one) => one.control === control));
  const follow = ({ control }: { readonly control: string }, span?: QuestionMistake['span']) => {
    document.getElementById(control)?.focus();
    if (control === 'family' && span !== undefined) family?.setSelectionRange(span.start, span.end);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void props.question.decide();
  };
  return (
    <form class={styles.form} onSubmit={submit} novalidate>
      <Show when={props.question.mistakes().length > 0}>
        <ErrorSummary
          title="Nothing was decided"
          mistakes={props.question.mistakes()}
          onFollow={(mistake) => {
            follow(mistake, props.question.mistakes().find((one) => one === mistake)?.span);
          }}
        />
      </Show>
      <Field
        id="version"
        label="Version of the rules"
        hint="Any version can be asked, on any day."
        error={error('version')}
      >
        <select
          id="version"
          value={props.question.typed.version}
          aria-describedby={describedBy('version', error('version'))}
          aria-invalid={error('version') === undefined ? undefined : 'true'}
          onChange={(event) => {
            props.question.setTyped('version', event.currentTarget.value);
          }}
        >
          <VersionOptions rulesets={props.rulesets} />
        </select>
      </Field>
      <DateFields
        id="as-of"
        legend="As of"
        hint="The day that the rules see as today, for example 1 12 2012."
        value={props.question.typed.asOf}
        error={error('as-of')}
        onChange={(day) => {
          props.question.setTyped('asOf', day);
        }}
      />
      <Field
        id="family"
        label="Family"
        hint="The family’s record as JSON. It is sent to this server only, and not kept."
        error={error('family')}
      >
        <textarea
          id="family"
          ref={(element) => (family = element)}
          rows="14"
          spellcheck={false}
          autocomplete="off"
          aria-describedby={describedBy('family', error('family'))}
          aria-invalid={error('family') === undefined ? undefined : 'true'}
          value={props.question.typed.family}
          onInput={(event) => {
            props.question.setTyped('family', event.currentTarget.value);
          }}
        />
      </Field>
      <div class={styles.row}>
        <Button type="submit" kind="main" busy={props.question.busy()}>
          {props.question.busy() ? 'Deciding' : 'Decide'}
        </Button>
        <Button onPress={() => void props.question.useExample()}>Use the example family</Button>
      </div>
    </form>
  );
}
