import { Index, Show } from 'solid-js';
import controls from '../editor/controls/controls.module.css';
import { FindingList } from '../editor/controls/finding-list.tsx';
import { SourceControl } from '../editor/controls/source-control.tsx';
import { TextControl } from '../editor/controls/text-control.tsx';
import { focusOn } from '../editor/focus-on.ts';
import { changeAll, controlOf, findingsWithin, type Spot } from '../editor/spot.ts';
import { idOf, listOf } from '../editor/value.ts';
import { Confirm } from '../ui/confirm.tsx';
import { AddNamed } from './add-named.tsx';
import { Adding } from './adding.tsx';
import { useWords } from './create-words.ts';
import { idsBut } from './fresh.ts';
import { FixedId } from './id-of.tsx';
import { calledBy } from './in-words.ts';
import { MoveButtons } from './move-buttons.tsx';
import { naming, type Naming } from './naming.ts';
import styles from './vocabulary.module.css';

interface ValueListProps {
  /** Of the list. */
  readonly spot: Spot;
  /** What one of them is, as in "the value". */
  readonly word: string;
  readonly hint: string;
  readonly naming?: Naming;
  /** Whether one may say where it comes from. */
  readonly sourced?: boolean;
}

interface ValueProps extends ValueListProps {
  readonly at: number;
}

/** One of the list: what it is called, its id, where it comes from. */
function ValueForm(props: ValueProps) {
  const words = useWords();
  const spot = () => props.spot.at(props.at);
  const called = () => calledBy(spot().value(), idOf(spot().value()));
  return (
    <div class={controls.group} role="group" aria-label={`The ${props.word} “${called()}”`}>
      <TextControl spot={spot().at('label')} label="Label" hint={props.hint} />
      <Show
        when={!words.isFixedId(props.spot.path, idOf(spot().value()))}
        fallback={<FixedId id={idOf(spot().value())} />}
      >
        <TextControl
          spot={spot().at('id')}
          label={`Id of “${called()}”`}
          hint="Families and rules say it. It can be changed until it is published."
        />
      </Show>
      <Show when={props.sourced}>
        <SourceControl spot={spot().at('source')} legend={`Where “${called()}” comes from`} optional />
      </Show>
      <Confirm
        ask={`Remove this ${props.word}`}
        label={`Remove this ${props.word}: ${called()}`}
        question={`Remove “${called()}”? ${
          words.isFixedId(props.spot.path, idOf(spot().value()))
            ? 'Families that say it are then refused. '
            : ''
        }Undo brings it back.`}
        yes="Yes, remove"
        no="Leave it"
        onYes={() => {
          changeAll(props.spot, `Remove a ${props.word}`, [{ remove: spot().path }]);
          focusOn(`${controlOf(props.spot)}:add`);
        }}
      />
    </div>
  );
}

/** Things of a list that have an id and a label, in their order, and a way to add one. */
export function ValueList(props: ValueListProps) {
  const all = () => listOf(props.spot.value());
  const what = () => `the ${props.word}`;
  const formId = () => `add:${props.spot.pointer}`;
  return (
    <>
      <FindingList findings={props.spot.findings()} />
      <ol class={styles.values} id={controlOf(props.spot)} tabindex="-1" aria-label={`Every ${props.word}`}>
        <Index each={all()} fallback={<li>There is none yet.</li>}>
          {(value, at) => (
            <li id={controlOf(props.spot.at(at))} tabindex="-1">
              <details class={controls.more}>
                <summary>{calledBy(value(), idOf(value()))}</summary>
                <ValueForm {...props} at={at} />
              </details>
              <FindingList findings={findingsWithin(props.spot.at(at))} />
              <MoveButtons
                idAt={(place) => controlOf(props.spot.at(place))}
                at={at}
                count={all().length}
                called={calledBy(value(), idOf(value()))}
                onMove={(to) => {
                  changeAll(props.spot, `Move a ${props.word}`, [{ move: [...props.spot.path, at], to }]);
                }}
              />
            </li>
          )}
        </Index>
      </ol>
      <Adding ask={`Add a ${props.word}`} id={`${controlOf(props.spot)}:add`} first={`${formId()}:label`}>
        {(close) => (
          <AddNamed
            what={what()}
            id={formId()}
            label={`Label of ${what()}`}
            hint={props.hint}
            naming={props.naming ?? naming.value}
            taken={idsBut(props.spot.value())}
            onAdd={({ id, label }) => {
              const at = all().length;
              changeAll(props.spot, `Add a ${props.word}`, [
                { insert: [...props.spot.path, at], value: { id, label } },
              ]);
              close();
              focusOn(`${controlOf(props.spot)}:add`);
            }}
          />
        )}
      </Adding>
    </>
  );
}
