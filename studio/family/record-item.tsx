import { For, Show } from 'solid-js';
import { termInWords } from '../decision/in-words.ts';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field.tsx';
import { type Choice, ChoiceField } from './choice-field.tsx';
import { DayField } from './day-field.tsx';
import { objectsIn, type Path, pointerTo, textIn, valueAt } from './family-document.ts';
import styles from './family-form.module.css';
import { controlAt, focusAt, type FormOfFamily } from './form-of-family.ts';
import type { RecordTypeOf } from './record-types.ts';
import { VocabularyField } from './vocabulary-field.tsx';

export const lastsHint = 'The first day it no longer held. Leave it empty while it lasts.';

/** Whom something can be about. */
export function memberChoices(form: FormOfFamily, familyToo: boolean): readonly Choice[] {
  const members = objectsIn(form.family.document()?.['members']).map(({ id, role }) => ({
    label: `${textIn(id)}, ${textIn(role)}`,
    value: id,
  }));
  return familyToo ? [{ label: 'The family as a whole', value: undefined }, ...members] : members;
}

interface RecordItemProps {
  readonly form: FormOfFamily;
  readonly name: string;
  readonly type: RecordTypeOf;
  readonly at: number;
}

function When(props: RecordItemProps & { readonly path: (key: string) => Path }) {
  const held = () => textIn(valueAt(props.form.family.document(), props.path('term')));
  const terms = () => {
    const known = props.form.terms.includes(held()) || held() === '' ? [] : [held()];
    return [...known, ...props.form.terms].map((id) => ({ label: termInWords(id), value: id }));
  };
  return (
    <>
      <Show when={props.type.shape === 'event'}>
        <DayField form={props.form} path={props.path('on')} legend="On" />
      </Show>
      <Show when={props.type.shape === 'spell'}>
        <DayField form={props.form} path={props.path('from')} legend="From" />
        <DayField form={props.form} path={props.path('to')} legend="To" hint={lastsHint} empty={null} />
      </Show>
      <Show when={props.type.shape === 'term'}>
        <ChoiceField
          form={props.form}
          path={props.path('term')}
          label="Term"
          choices={[{ label: 'Choose a term', value: '' }, ...terms()]}
        />
      </Show>
    </>
  );
}

/** One record: of whom, when, and the fields that the vocabulary gives its type. */
export function RecordItem(props: RecordItemProps) {
  const own = () => ['records', props.name, props.at];
  const path = (key: string) => [...own(), key];
  const called = () => `${props.type.label.one} ${props.at + 1}`;
  const error = () => props.form.wrongAt(pointerTo(own()));
  return (
    <fieldset class={styles.item} id={controlAt(own())} tabindex="-1">
      <legend>{called()}</legend>
      <FieldError id={controlAt(own())} error={error()} />
      <div class={styles.fields}>
        <Show when={props.type.member !== 'none'}>
          <ChoiceField
            form={props.form}
            path={path('member')}
            label="Of whom"
            choices={memberChoices(props.form, props.type.member === 'optional')}
          />
        </Show>
        <When {...props} path={path} />
        <For each={Object.entries(props.type.fields)}>
          {([name, field]) => <VocabularyField form={props.form} path={path(name)} field={field} />}
        </For>
      </div>
      <details class={styles.more}>
        <summary>Where it comes from: {called()}</summary>
        <div class={styles.fields}>
          <For each={Object.entries(props.form.vocabulary.everyRecord)}>
            {([name, field]) => <VocabularyField form={props.form} path={path(name)} field={field} />}
          </For>
        </div>
      </details>
      <div>
        <Button
          label={`Remove ${called()}`}
          onPress={() => {
            props.form.family.put(`Removing ${called()}`, own(), undefined);
            focusAt(['records', props.name]);
          }}
        >
          Remove
        </Button>
      </div>
    </fieldset>
  );
}
