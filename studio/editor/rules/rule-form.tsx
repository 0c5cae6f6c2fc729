import { Show } from 'solid-js';
import { ConditionSection } from '../conditions/condition-section.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { Sentence } from '../sentence.tsx';
import { findingsWithin, type Spot } from '../spot.ts';
import { OverrideForm } from './override-form.tsx';
import { type RuleKind, ruleKinds } from './rule-kinds.ts';

interface RuleFormProps {
  readonly spot: Spot;
  readonly kind: RuleKind;
}

const days = {
  attachment: 'the day the family was attached',
  asOf: 'the day asked about',
} as const;

const dayOptions = Object.entries(days).map(([value, text]) => ({ value, text }));

/** What is said of a rule beside its conditions: its name, whose it is, the day it looks from, its source. */
export function RuleWords(props: RuleFormProps) {
  const row = () => ruleKinds[props.kind];
  return (
    <section class={styles.stack} aria-labelledby="rule:about">
      <h2 id="rule:about">What it is</h2>
      <TextControl spot={props.spot.at('label')} label="Name" />
      <Show when={row().says.group}>
        <TextControl
          spot={props.spot.at('group')}
          label="Whose rule it is"
          hint="Such as national or local, in lower-case words joined by hyphens"
          size="short"
        />
      </Show>
      <Show when={row().says.looksFrom}>
        {(day) => (
          <ChoiceControl
            spot={props.spot.at('looksFrom')}
            label="The day it looks from"
            none={`Not said: ${days[day()]}`}
            options={dayOptions}
          />
        )}
      </Show>
      <Show when={row().says.override}>
        <OverrideForm spot={props.spot.at('override')} />
      </Show>
      <SourceControl spot={props.spot.at('source')} optional={row().says.sourceOptional} />
      <Show when={row().says.note}>
        <TextControl spot={props.spot.at('note')} label="Note" optional rows={2} />
      </Show>
    </section>
  );
}

/** The conditions of a rule. */
export function RuleConditions(props: RuleFormProps) {
  const row = () => ruleKinds[props.kind];
  return (
    <>
      <ConditionSection
        spot={props.spot.at('when')}
        title={row().when.title}
        none={row().when.none}
        ask="Ask for a condition"
      />
      <Show when={row().applies}>
        {(applies) => (
          <ConditionSection
            spot={props.spot.at('appliesWhen')}
            title={applies().title}
            none={applies().none}
            ask="Say when it applies"
          />
        )}
      </Show>
    </>
  );
}

/** The sentence of a rule, and what is wrong with it outside its conditions. */
export function RuleHead(props: RuleFormProps) {
  const inside = () => ['when', 'appliesWhen', 'parts'].map((key) => props.spot.at(key).pointer);
  return (
    <>
      <Sentence spot={props.spot} />
      <FindingList findings={findingsWithin(props.spot, inside())} />
    </>
  );
}
