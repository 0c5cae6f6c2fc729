import { Index, Show } from 'solid-js';
import { CheckList } from '../editor/controls/check-list.tsx';
import { ChoiceControl } from '../editor/controls/choice-control.tsx';
import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { focusOn } from '../editor/focus-on.ts';
import { changeAll, controlOf, findingsWithin, type Spot } from '../editor/spot.ts';
import { entriesOf, listOf, memberOf, textOf, textsOf } from '../editor/value.ts';
import { Button } from '../ui/button.tsx';
import { calledBy, limitInWords } from './in-words.ts';
import styles from './vocabulary.module.css';

interface LimitListProps {
  /** Of the record type. */
  readonly spot: Spot;
}

interface LimitProps {
  readonly limit: Spot;
  readonly numbers: readonly { readonly value: string; readonly text: string }[];
  readonly said: string;
  readonly onRemove: () => void;
}

function LimitForm(props: LimitProps) {
  const sum = () => props.limit.at('sum');
  return (
    <details class={controls.more}>
      <summary>{props.said}</summary>
      <div class={controls.group}>
        <CheckList
          id={controlOf(sum())}
          legend="Together"
          options={props.numbers}
          ticked={textsOf(sum().value())}
          onTick={(ticked) => {
            sum().put(ticked, 'Change what a limit adds up');
          }}
        />
        <ChoiceControl spot={props.limit.at('atMost')} label="At most" options={props.numbers} />
        <div>
          <Button label={`Remove this limit: ${props.said}`} onPress={props.onRemove}>
            Remove this limit
          </Button>
        </div>
      </div>
    </details>
  );
}

/** Sums of numbers that cannot be more than another number of the same record. */
export function LimitList(props: LimitListProps) {
  const spot = () => props.spot.at('limits');
  const all = () => listOf(spot().value());
  const fields = () => memberOf(props.spot.value(), 'fields');
  const numbers = () =>
    entriesOf(fields())
      .filter(([, field]) => textOf(memberOf(field, 'type')) === 'count')
      .map(([value, field]) => ({ value, text: calledBy(field, value) }));
  const button = () => `${controlOf(spot())}:add`;
  const add = () => {
    const [first, second] = numbers();
    const limit = { sum: [first?.value], atMost: second?.value };
    changeAll(spot(), 'Add a limit', [{ set: spot().path, value: [...all(), limit] }]);
    focusOn(controlOf(spot().at(all().length - 1, 'sum')));
  };
  const remove = (at: number) => {
    const path = all().length > 1 ? [...spot().path, at] : spot().path;
    changeAll(spot(), 'Remove a limit', [{ remove: path }]);
    focusOn(button());
  };
  return (
    <>
      <FindingList findings={spot().findings()} />
      <ul class={styles.values} id={controlOf(spot())} tabindex="-1" aria-label="Limits">
        <Index each={all()} fallback={<li>There is none.</li>}>
          {(limit, at) => (
            <li id={controlOf(spot().at(at))} tabindex="-1">
              <LimitForm
                limit={spot().at(at)}
                numbers={numbers()}
                said={limitInWords(limit(), fields())}
                onRemove={() => {
                  remove(at);
                }}
              />
              <FindingList findings={findingsWithin(spot().at(at))} />
            </li>
          )}
        </Index>
      </ul>
      <Show
        when={numbers().length > 1}
        fallback={<p>A limit is of two numbers or more, and these records have not so many.</p>}
      >
        <div>
          <Button id={button()} onPress={add}>
            Add a limit
          </Button>
        </div>
      </Show>
    </>
  );
}
