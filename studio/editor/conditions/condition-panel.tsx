import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from '../controls/controls.module.css';
import { SourceControl } from '../controls/source-control.tsx';
import { TextControl } from '../controls/text-control.tsx';
import { useRules } from '../rules.ts';
import { controlOf, type Spot } from '../spot.ts';
import { memberOf, textOf } from '../value.ts';
import { ConditionForm } from './condition-form.tsx';
import { conditionKinds, type ConditionKind, isOfMembers } from './condition-kinds.ts';
import {
  conditionId,
  indent,
  moveDown,
  moveUp,
  outdent,
  removal,
  wrap,
  type Wrapper,
  wrappers,
} from './condition-tree.ts';
import view from './condition-view.module.css';
import { AddCondition } from './new-condition.tsx';
import { amongMembers, buttonAt, type Tree, type TreeButton } from './create-tree.ts';

interface PanelProps {
  readonly spot: Spot;
  readonly tree: Tree;
  readonly kind: ConditionKind;
}

interface Act {
  readonly button: TreeButton;
  readonly text: string;
  readonly move: typeof moveUp;
}

const acts: readonly Act[] = [
  { button: 'up', text: 'Move up', move: moveUp },
  { button: 'down', text: 'Move down', move: moveDown },
  { button: 'indent', text: 'Indent', move: indent },
  { button: 'outdent', text: 'Outdent', move: outdent },
  { button: 'remove', text: 'Remove', move: removal },
];

/** Where a line can go from where it stands, and away. */
function Places(props: PanelProps) {
  const rules = useRules();
  return (
    <div class={styles.buttons} role="group" aria-label="Where it stands">
      <For each={acts}>
        {({ button, text, move }) => (
          <Show when={move(rules.document(), props.spot.path)}>
            {(moved) => (
              <Button
                id={buttonAt(props.spot.pointer, button)}
                onPress={() => {
                  props.tree.take(moved(), { what: `${text} a condition`, button });
                }}
              >
                {text}
              </Button>
            )}
          </Show>
        )}
      </For>
    </div>
  );
}

/** Puts the condition inside another that is made around it. */
function Around(props: PanelProps) {
  const rules = useRules();
  const [chosen, setChosen] = createSignal<Wrapper>('all');
  const kinds = () =>
    wrappers.filter(
      (kind) => !isOfMembers(kind) || !(amongMembers(props.spot.path) || isOfMembers(props.kind)),
    );
  const put = () => {
    const kind = chosen();
    const id = conditionId(props.tree.owner(), conditionKinds[kind].name, rules.taken());
    const moved = wrap(rules.document(), props.spot.path, { kind, id });
    // What was made around it is what is looked at next.
    props.tree.take(
      { ...moved, to: props.spot.path },
      { what: 'Put a condition inside another', button: 'change' },
    );
  };
  return (
    <div class={styles.row}>
      <SelectField
        id={`${controlOf(props.spot)}:around`}
        label="Put it inside"
        options={kinds().map((value) => ({ value, text: conditionKinds[value].word }))}
        value={chosen()}
        onChange={(value) => {
          const wanted = wrappers.find((kind) => kind === value);
          if (wanted !== undefined) setChosen(wanted);
        }}
      />
      <Button onPress={put}>Put it inside</Button>
    </div>
  );
}

/** What a range asks of a member before they count. */
function Where(props: PanelProps) {
  const [adding, setAdding] = createSignal(false);
  const where = () => props.spot.at(props.kind, 'where');
  return (
    <Show when={where().value() === undefined}>
      <Show
        when={adding()}
        fallback={
          <div>
            <Button onPress={() => setAdding(true)}>Ask more of which members count</Button>
          </div>
        }
      >
        <AddCondition
          id={`add:${where().pointer}`}
          owner={props.tree.owner()}
          amongMembers
          onAdd={(condition) => {
            setAdding(false);
            props.tree.add(where().path, condition);
          }}
          onCancel={() => setAdding(false)}
        />
      </Show>
    </Show>
  );
}

/** All that can be changed of one condition: what its kind asks, where it stands, and what is said of it. */
export function ConditionPanel(props: PanelProps) {
  return (
    <div class={view.panel}>
      <ConditionForm spot={props.spot} kind={props.kind} />
      <Show when={isOfMembers(props.kind)}>
        <Where {...props} />
      </Show>
      <Places {...props} />
      <Around {...props} />
      <details class={styles.more}>
        <summary>Words and source of this condition</summary>
        <div class={styles.group}>
          <p>
            Id <code>{textOf(memberOf(props.spot.value(), 'id')) || 'made from where it stands'}</code>
          </p>
          <TextControl
            spot={props.spot.at('label')}
            label="In a few words"
            hint="Said before the sentence, which says it in full"
            optional
          />
          <SourceControl spot={props.spot.at('source')} optional />
        </div>
      </details>
    </div>
  );
}
