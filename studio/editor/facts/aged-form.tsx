import { Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AmountControl } from '../controls/amount-control.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { parametersOf } from '../names.ts';
import { useRules } from '../rules.ts';
import { controlOf, findingsWithin, type Spot } from '../spot.ts';
import { parameterIn, textOf } from '../value.ts';

interface AgedFormProps {
  readonly spot: Spot;
  readonly legend: string;
  /** Whether it also says on which day the age is taken. */
  readonly onDay?: boolean;
}

function OnDay(props: { readonly spot: Spot }) {
  const rules = useRules();
  const options = () => [
    { value: 'event', text: 'On the day of the record' },
    { value: 'lookedFrom', text: 'On the day looked from' },
    ...parametersOf(rules, ['choice']).map((one) => ({ ...one, text: `As a parameter says: ${one.text}` })),
  ];
  return (
    <SelectField
      id={controlOf(props.spot)}
      label="Age is taken"
      options={options()}
      value={parameterIn(props.spot.value()) ?? textOf(props.spot.value())}
      onChange={(chosen) => {
        const literal = chosen === 'event' || chosen === 'lookedFrom';
        props.spot.put(literal ? chosen : { parameter: chosen }, 'Change the day the age is taken');
      }}
    />
  );
}

/** Ages in whole years: the youngest that is in, and the youngest that is out. */
export function AgedForm(props: AgedFormProps) {
  return (
    <fieldset class={styles.group}>
      <legend>{props.legend}</legend>
      <Show
        when={props.spot.value() !== undefined}
        fallback={
          <div>
            <Button
              label={`Ask for an age: ${props.legend}`}
              onPress={() => {
                props.spot.put({ from: 0, ...(props.onDay ? { on: 'event' } : {}) }, 'Ask for an age');
              }}
            >
              Ask for an age
            </Button>
          </div>
        }
      >
        <div class={styles.row}>
          <AmountControl
            spot={props.spot.at('from')}
            label="Aged at least"
            units={['years']}
            none="Not said"
          />
          <AmountControl
            spot={props.spot.at('below')}
            label="Younger than"
            units={['years']}
            none="Not said"
          />
        </div>
        <Show when={props.onDay}>
          <OnDay spot={props.spot.at('on')} />
        </Show>
        <FindingList findings={findingsWithin(props.spot)} />
        <div>
          <Button
            label={`Ask for no age: ${props.legend}`}
            onPress={() => {
              props.spot.put(undefined, 'Ask for no age');
            }}
          >
            Ask for no age
          </Button>
        </div>
      </Show>
    </fieldset>
  );
}
