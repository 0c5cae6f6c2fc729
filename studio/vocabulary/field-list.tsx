import { createMemo, For, Show } from 'solid-js';
import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { focusOn } from '../editor/focus-on.ts';
import rules from '../editor/rules/rule-list.module.css';
import { changeAll, controlOf, findingsWithin, type Spot } from '../editor/spot.ts';
import { keysOf } from '../editor/value.ts';
import { Confirm } from '../ui/confirm.tsx';
import { AddField } from './add-field.tsx';
import { ConsequenceList } from './families/consequence-list.tsx';
import { within } from './families/consequences.ts';
import { useWords } from './create-words.ts';
import { FieldForm } from './field-form.tsx';
import { IdOf } from './id-of.tsx';
import { calledBy, fieldInWords } from './in-words.ts';
import { MoveButtons } from './move-buttons.tsx';
import { naming } from './naming.ts';

interface FieldListProps {
  /** Of the fields. */
  readonly spot: Spot;
  /** Whether they are fields of every record. */
  readonly everywhere: boolean;
  /** Names that fields elsewhere have, and none here may. */
  readonly elsewhere: readonly string[];
  readonly onRename: (from: string, to: string) => void;
}

interface FieldItemProps extends FieldListProps {
  readonly name: string;
  readonly at: number;
}

function FieldItem(props: FieldItemProps) {
  const words = useWords();
  const spot = () => props.spot.at(props.name);
  const called = () => calledBy(spot().value(), props.name);
  const others = () => [...keysOf(props.spot.value()), ...props.elsewhere];
  const fixed = () => words.isFixed(spot().path);
  const control = () => controlOf(spot());
  return (
    <>
      <p>
        <strong>{called()}</strong>: {fieldInWords(spot().value())}
      </p>
      <FindingList findings={findingsWithin(spot())} />
      <ConsequenceList all={within(words.consequences(), spot().pointer)} />
      <details class={controls.more}>
        <summary id={`${control()}:change`}>Change “{called()}”</summary>
        <div class={controls.group} role="group" aria-label={`The field “${called()}”`}>
          <FieldForm spot={spot()} name={props.name} everywhere={props.everywhere} />
          <IdOf
            control={`${control()}:id`}
            name={props.name}
            called={called()}
            fixed={fixed()}
            naming={naming.field}
            taken={new Set(others())}
            onRename={(to) => {
              props.onRename(props.name, to);
              focusOn(`${controlOf(props.spot.at(to))}:id:name`);
            }}
          />
          <Confirm
            ask="Remove this field"
            label={`Remove this field: ${called()}`}
            question={`Remove “${called()}”? ${fixed() ? 'Records that say it are then refused. ' : ''}Undo brings it back.`}
            yes="Yes, remove"
            no="Leave it"
            onYes={() => {
              spot().put(undefined, 'Remove a field');
              focusOn(`${controlOf(props.spot)}:add`);
            }}
          />
        </div>
      </details>
      <p class={rules.aside}>
        <code>{props.name}</code>
      </p>
      <MoveButtons
        idAt={control}
        at={props.at}
        count={keysOf(props.spot.value()).length}
        called={called()}
        onMove={(to) => {
          changeAll(props.spot, 'Move a field', [{ move: spot().path, to }]);
        }}
      />
    </>
  );
}

/** Fields in their order, each as a sentence that opens to its form, and a way to add one. */
export function FieldList(props: FieldListProps) {
  const names = createMemo(() => keysOf(props.spot.value()));
  return (
    <>
      <FindingList findings={props.spot.findings()} />
      <Show when={names().length > 0} fallback={<p id={controlOf(props.spot)}>There is none yet.</p>}>
        <ol class={rules.list} id={controlOf(props.spot)} tabindex="-1" aria-label="Fields">
          <For each={names()}>
            {(name, at) => (
              <li id={controlOf(props.spot.at(name))} tabindex="-1">
                <FieldItem {...props} name={name} at={at()} />
              </li>
            )}
          </For>
        </ol>
      </Show>
      <AddField spot={props.spot} elsewhere={props.elsewhere} />
    </>
  );
}
