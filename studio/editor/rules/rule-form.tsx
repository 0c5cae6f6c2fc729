import { Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ConditionSection } from '../conditions/condition-section.tsx';
import { ChoiceControl } from '../controls/choice-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { Sentence } from '../sentence.tsx';
import { sourceOptions } from '../names.ts';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { memberOf, textsOf } from '../value.ts';
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

/** Whose recorded judgement may stand in place of the rule's own verdict. */
function Override(props: { readonly spot: Spot }) {
  const rules = useRules();
  const add = () => {
    const ref = sourceOptions(rules)[0]?.value ?? '';
    props.spot.put(
      { roles: ['lead-professional'], source: { ref, standing: 'unverified' } },
      'Allow a judgement',
    );
  };
  return (
    <Show
      when={props.spot.value() !== undefined}
      fallback={
        <div>
          <Button onPress={add}>Let a recorded judgement stand in its place</Button>
        </div>
      }
    >
      <fieldset class={styles.group}>
        <legend>Whose recorded judgement may stand in its place</legend>
        <LineField
          id={controlOf(props.spot.at('roles'))}
          label="Roles"
          hint="Each of lower-case words joined by hyphens, with a comma between"
          value={textsOf(memberOf(props.spot.value(), 'roles')).join(', ')}
          onInput={(text) => {
            const roles = text
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean);
            props.spot.at('roles').put(roles, 'Change whose judgement counts');
          }}
        />
        <SourceControl spot={props.spot.at('source')} legend="Where that comes from" />
        <div>
          <Button
            onPress={() => {
              props.spot.put(undefined, 'Allow no judgement');
            }}
          >
            Let no judgement stand in its place
          </Button>
        </div>
      </fieldset>
    </Show>
  );
}

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
        <Override spot={props.spot.at('override')} />
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
