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
  type Moved,
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
  readonly moved: () => Moved | undefined;
}

/** Where a line can go from where it stands, and away. */
function Places(props: PanelProps) {
  const rules = useRules();
  const of = (move: typeof moveUp) => () => move(rules.document(), props.spot.path);
  const acts: readonly Act[] = [
    { button: 'up', text: 'Move up', moved: of(moveUp) },
    { button: 'down', text: 'Move down', moved: of(moveDown) },
    { button: 'indent', text: 'Indent', moved: of(indent) },
    { button: 'outdent', text: 'Outdent', moved: of(outdent) },
    { button: 'change', text: 'Remove', moved: of(removal) },
  ];
  return (
    <div class={styles.buttons} role="group" aria-label="Where it stands">
      <For each={acts}>
        {({ button, text, moved }) => (
          <Show when={moved()}>
            {(one) => (
              <Button
                id={text === 'Remove' ? undefined : buttonAt(props.spot.pointer, button)}
                onPress={() => {
                  props.tree.take(one(), { what: `${text} a condition`, button });
                  if (text === 'Remove') props.tree.setOpen(undefined);
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
