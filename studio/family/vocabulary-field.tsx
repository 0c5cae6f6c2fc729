import { Match, Switch } from 'solid-js';
import type { Vocabulary } from '../engine.ts';
import { type Choice, ChoiceField, yesNo } from './choice-field.tsx';
import { DayField } from './day-field.tsx';
import type { Path } from './family-document.ts';
import type { FormOfFamily } from './form-of-family.ts';
import { TextValue } from './text-value.tsx';

export type VocabularyFieldOf = Vocabulary['everyRecord'][string];

interface VocabularyFieldProps {
  readonly form: FormOfFamily;
  readonly path: Path;
  readonly field: VocabularyFieldOf;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function notSaid({ required, nullable }: VocabularyFieldOf): readonly Choice[] {
  return [
    ...(required ? [] : [{ label: 'Not known', value: undefined }]),
    ...(nullable ? [{ label: 'None', value: null }] : []),
  ];
}

function choicesOf(field: VocabularyFieldOf): readonly Choice[] | undefined {
  if (field.type === 'yes-no') return field.required ? yesNo.slice(1) : yesNo;
  if (field.type !== 'kind') return undefined;
  return [...notSaid(field), ...field.values.map(({ id, label }) => ({ label: capital(label), value: id }))];
}

/** A field of a record, by what the vocabulary says of it. */
export function VocabularyField(props: VocabularyFieldProps) {
  const label = () => capital(props.field.label);
  return (
    <Switch
      fallback={
        <TextValue
          form={props.form}
          path={props.path}
          label={label()}
          counted={props.field.type === 'count'}
          required={props.field.required ?? false}
        />
      }
    >
      <Match when={choicesOf(props.field)}>
        {(choices) => <ChoiceField form={props.form} path={props.path} label={label()} choices={choices()} />}
      </Match>
      <Match when={props.field.type === 'day'}>
        <DayField form={props.form} path={props.path} legend={label()} />
      </Match>
    </Switch>
  );
}
