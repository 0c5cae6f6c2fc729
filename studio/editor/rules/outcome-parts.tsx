import { createSignal, Show } from 'solid-js';
import { AddThing } from '../add-thing.tsx';
import { Button } from '../../ui/button.tsx';
import { NewConditionFields } from '../conditions/new-condition.tsx';
import controls from '../controls/controls.module.css';
import { focusOn } from '../focus-on.ts';
import { useRules } from '../rules.ts';
import { changeAll, controlOf, type Spot } from '../spot.ts';
import { idOf, listOf, memberOf } from '../value.ts';
import { LinesOf } from './rule-lists-screens.tsx';
import { RuleList } from './rule-list.tsx';

interface Added {
  readonly id: string;
  readonly label: string;
}

/** Adds a part; the first takes over what the outcome itself asked, which it then asks no more. */
function AddPart(props: { readonly spot: Spot; readonly onDone: () => void }) {
  const rules = useRules();
  const [make, setMake] = createSignal<(owner: string) => unknown>();
  const parts = () => listOf(memberOf(props.spot.value(), 'parts'));
  const own = () => memberOf(props.spot.value(), 'when');
  const add = ({ id, label }: Added) => {
    const when = own() ?? make()?.(id);
    const part = { id, label, when };
    const path = props.spot.path;
    const first = parts().length === 0;
    changeAll(rules.top, 'Add a part', [
      ...(own() === undefined ? [] : [{ remove: [...path, 'when'] }]),
      first
        ? { set: [...path, 'parts'], value: [part] }
        : { insert: [...path, 'parts', parts().length], value: part },
    ]);
    props.onDone();
  };
  return (
    <AddThing
      what="the part"
      id="add-part"
      label="Name of the part"
      hint="What must have come about, such as “Every child is in school as they should be”"
      check={() => (own() !== undefined || make() !== undefined ? undefined : 'choose what must hold')}
      onAdd={add}
    >
      <Show
        when={own() === undefined}
        fallback={<p>It takes over what the outcome asks now. Further parts then ask for more.</p>}
      >
        <NewConditionFields
          id="add-part"
          amongMembers={false}
          onAsked={(next) => {
            setMake(() => next);
          }}
        />
      </Show>
    </AddThing>
  );
}

/** The parts of an outcome: every one that applies must be met. */
export function OutcomeParts(props: { readonly spot: Spot }) {
  const [adding, setAdding] = createSignal(false);
  const outcome = () => idOf(props.spot.value());
  const has = () => listOf(memberOf(props.spot.value(), 'parts')).length > 0;
  const ask = () => `${controlOf(props.spot)}:add-part`;
  const close = () => {
    setAdding(false);
    focusOn(ask());
  };
  return (
    <section class={controls.stack} aria-labelledby="outcome:parts">
      <h2 id="outcome:parts">Parts</h2>
      <Show when={has()} fallback={<p>It has no parts: it is met by the condition below.</p>}>
        <p>Every part that applies must be met.</p>
        <RuleList
          list={[...props.spot.path, 'parts']}
          at={(id) => `outcomes/${outcome()}/${id}`}
          word="part"
          none=""
          more={(spot) => <LinesOf spot={spot} />}
        />
      </Show>
      <Show
        when={adding()}
        fallback={
          <div>
            <Button
              id={ask()}
              onPress={() => {
                setAdding(true);
                focusOn('add-part:label');
              }}
            >
              Add a part
            </Button>
          </div>
        }
      >
        <div class={controls.group} role="group" aria-label="Add a part">
          <AddPart spot={props.spot} onDone={close} />
          <div>
            <Button onPress={close}>Cancel</Button>
          </div>
        </div>
      </Show>
    </section>
  );
}
