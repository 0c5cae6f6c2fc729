import { Index, Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { DayField } from './day-field.tsx';
import { objectsIn, pointerTo, valueAt } from './family-document.ts';
import styles from './family-form.module.css';
import { controlAt, focusAt, type FormOfFamily } from './form-of-family.ts';
import { memberChoices } from './record-item.tsx';
import type { RecordTypeOf } from './record-types.ts';

interface CoverageSpansProps {
  readonly form: FormOfFamily;
  readonly name: string;
  readonly type: RecordTypeOf;
}

/** The days for which the records of a type are known to be complete. */
export function CoverageSpans(props: CoverageSpansProps) {
  const whole = () => ['coverage', props.name];
  const spans = () => objectsIn(valueAt(props.form.family.document(), whole()));
  const called = (at: number) => `days ${at + 1} of ${props.type.label.many}`;
  return (
    <details class={styles.more} open={spans().length > 0}>
      <summary>For which days {props.type.label.many} are known</summary>
      <Show when={spans().length === 0}>
        <p>Nothing is said: where there is a list, it is taken to be complete up to the day asked about.</p>
      </Show>
      <Index each={spans()}>
        {(_, at) => (
          <fieldset class={styles.item} id={controlAt([...whole(), at])} tabindex="-1">
            <legend>Known {called(at)}</legend>
            <FieldError
              id={controlAt([...whole(), at])}
              error={props.form.wrongAt(pointerTo([...whole(), at]))}
            />
            <div class={styles.fields}>
              <Show when={props.type.member !== 'none'}>
                <ChoiceField
                  form={props.form}
                  path={[...whole(), at, 'member']}
                  label="Of whom"
                  choices={memberChoices(props.form, true)}
                />
              </Show>
              <DayField form={props.form} path={[...whole(), at, 'from']} legend="From" />
              <DayField
                form={props.form}
                path={[...whole(), at, 'to']}
                legend="To"
                hint="The first day not known. Leave it empty while it goes on."
                empty={null}
              />
            </div>
            <div>
              <Button
                label={`Remove ${called(at)}`}
                onPress={() => {
                  props.form.family.put(`Removing ${called(at)}`, [...whole(), at], undefined);
                  focusAt(['records', props.name]);
                }}
              >
                Remove
              </Button>
            </div>
          </fieldset>
        )}
      </Index>
      <div>
        <Button
          label={`Add days for which ${props.type.label.many} are known`}
          onPress={() => {
            props.form.family.put(`Adding ${called(spans().length)}`, [...whole(), spans().length], {
              from: '',
              to: null,
            });
            focusAt([...whole(), spans().length - 1]);
          }}
        >
          Add days
        </Button>
      </div>
    </details>
  );
}
