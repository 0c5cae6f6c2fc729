import { createSignal, onMount, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from '../controls/controls.module.css';
import { useRules } from '../rules.ts';
import { conditionKinds, type ConditionKind, isConditionKind, isOfMembers } from './condition-kinds.ts';
import { freshCondition, subjectsOf } from './fresh-condition.ts';

const names = Object.keys(conditionKinds).filter(isConditionKind);
const subjectLabels: Readonly<Partial<Record<ConditionKind, string>>> = {
  reference: 'Which one?',
  setting: 'Which parameter?',
  comparison: 'Which fact?',
};

interface NewConditionProps {
  /** Stands before the ids of its controls. */
  readonly id: string;
  readonly amongMembers: boolean;
  /** The condition that is asked for, of a rule that has this id; nothing while there is nothing to choose. */
  readonly onAsked: (make: ((owner: string) => unknown) | undefined) => void;
}

/** Which kind of condition, and of what: the least that makes a whole one. */
export function NewConditionFields(props: NewConditionProps) {
  const rules = useRules();
  const kinds = () => names.filter((kind) => !props.amongMembers || !isOfMembers(kind));
  const [kind, setKind] = createSignal<ConditionKind>('comparison');
  const [of, setOf] = createSignal('');
  const subjects = () => subjectsOf(rules, kind(), props.amongMembers);
  const chosen = () => (subjects().some(({ value }) => value === of()) ? of() : (subjects()[0]?.value ?? ''));
  const ask = () => {
    const wanted = { kind: kind(), of: chosen() };
    props.onAsked(wanted.of === '' ? undefined : (owner) => freshCondition(rules, { ...wanted, owner }));
  };
  onMount(ask);
  return (
    <div class={styles.stack}>
      <SelectField
        id={`${props.id}:kind`}
        label="What must hold?"
        options={kinds().map((value) => ({ value, text: conditionKinds[value].word }))}
        value={kind()}
        onChange={(value) => {
          if (isConditionKind(value)) setKind(value);
          ask();
        }}
      />
      <Show
        when={subjects().length > 0}
        fallback={
          <p>
            There is none to choose from yet.{' '}
            <a href={draftAddress(rules.editing.draft().id, 'add-fact')}>Add a fact</a> first.
          </p>
        }
      >
        <SelectField
          id={`${props.id}:of`}
          label={subjectLabels[kind()] ?? 'Which fact is compared in it first?'}
          options={subjects()}
          value={chosen()}
          onChange={(value) => {
            setOf(value);
            ask();
          }}
        />
      </Show>
    </div>
  );
}

interface AddConditionProps {
  readonly id: string;
  readonly owner: string;
  readonly amongMembers: boolean;
  readonly onAdd: (condition: unknown) => void;
  readonly onCancel: () => void;
}

/** A form for a condition that is added where it stands. */
export function AddCondition(props: AddConditionProps) {
  const [make, setMake] = createSignal<(owner: string) => unknown>();
  let place: HTMLElement | undefined;
  onMount(() => place?.querySelector('select')?.focus());
  return (
    <div
      class={styles.group}
      role="group"
      aria-label="Add a condition"
      ref={(element) => (place = element)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <NewConditionFields
        id={props.id}
        amongMembers={props.amongMembers}
        onAsked={(next) => {
          setMake(() => next);
        }}
      />
      <div class={styles.buttons}>
        <Show when={make()}>
          {(ready) => (
            <Button
              kind="main"
              onPress={() => {
                props.onAdd(ready()(props.owner));
              }}
            >
              Add it
            </Button>
          )}
        </Show>
        <Button onPress={props.onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
