import { Match, Show, Switch } from 'solid-js';
import { ChoiceControl } from '../editor/controls/choice-control.tsx';
import controls from '../editor/controls/controls.module.css';
import { NumberControl } from '../editor/controls/number-control.tsx';
import { TextControl } from '../editor/controls/text-control.tsx';
import { controlOf, errorOf, type Spot } from '../editor/spot.ts';
import { memberOf, textOf } from '../editor/value.ts';
import { SelectField } from '../ui/select-field.tsx';
import { FlagControl } from './flag-control.tsx';
import { asType } from './fresh.ts';
import { calledBy, fieldTypes, optionsOf, units } from './in-words.ts';
import { ValueList } from './value-list.tsx';

interface FieldFormProps {
  readonly spot: Spot;
  readonly name: string;
  /** Whether every record has it, so that none must say it. */
  readonly everywhere: boolean;
}

/** What a field of its type can say of itself. */
function OfType(props: FieldFormProps) {
  const is = (type: string) => memberOf(props.spot.value(), 'type') === type;
  const money = () => memberOf(props.spot.value(), 'unit') === 'pence';
  return (
    <Switch>
      <Match when={is('kind')}>
        <div
          class={controls.group}
          role="group"
          aria-label={`Values of ${calledBy(props.spot.value(), props.name)}`}
        >
          <ValueList
            spot={props.spot.at('values')}
            word="value"
            hint="As it stands in a sentence, such as “a police caution”"
            sourced
          />
        </div>
      </Match>
      <Match when={is('count')}>
        <div class={controls.row}>
          <ChoiceControl spot={props.spot.at('unit')} label="What it counts" options={optionsOf(units)} />
          <NumberControl
            spot={props.spot.at('max')}
            label="The most it can be"
            hint="Empty: no source bounds it"
            unit={money() ? 'pence' : 'count'}
            optional
          />
        </div>
      </Match>
      <Match when={is('text')}>
        <NumberControl
          spot={props.spot.at('maxLength')}
          label="The most characters it can have"
          hint="Empty: as many as any text of a family"
          unit="count"
          optional
        />
      </Match>
    </Switch>
  );
}

/** One field: what it is called, what it can be, and whether it must be said. */
export function FieldForm(props: FieldFormProps) {
  const type = () => props.spot.at('type');
  const required = () => props.spot.at('required');
  return (
    <>
      <TextControl
        spot={props.spot.at('label')}
        label="Label"
        hint="As it stands in a sentence, such as “how it was dealt with”"
      />
      <SelectField
        id={controlOf(type())}
        label="What it can be"
        error={errorOf(type())}
        options={optionsOf(fieldTypes)}
        value={textOf(type().value())}
        onChange={(chosen) => {
          props.spot.put(asType(props.spot.value(), chosen), 'Change what a field can be');
        }}
      />
      <OfType {...props} />
      <Show when={!props.everywhere || required().value() !== undefined}>
        <FlagControl spot={required()} label="Every record must say it" />
      </Show>
      <FlagControl spot={props.spot.at('nullable')} label="It can be known to have no value (null)" />
    </>
  );
}
