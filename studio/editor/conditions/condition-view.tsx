import { createMemo, Index, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { FindingList } from '../controls/finding-list.tsx';
import { Sentence } from '../sentence.tsx';
import { controlOf, findingsWithin, type Spot, spotOf } from '../spot.ts';
import { listOf, memberOf } from '../value.ts';
import { AddCondition } from './new-condition.tsx';
import { conditionKindOf, conditionKinds, isGroup, pathsInside } from './condition-kinds.ts';
import { ConditionPanel } from './condition-panel.tsx';
import styles from './condition-view.module.css';
import { plainWords } from './plain-words.ts';
import { amongMembers, buttonAt, type Tree } from './create-tree.ts';

interface ConditionProps {
  readonly spot: Spot;
  readonly tree: Tree;
}

/** What stands inside a condition that has a line of its own: also what a range asks of its members. */
function pathsBelow(value: unknown): readonly (readonly (string | number)[])[] {
  const kind = conditionKindOf(value);
  const ranges = kind === 'some' || kind === 'every' ? [[kind, 'where']] : [['cap', 'members', 'where']];
  const where = ranges.filter((path) => path.reduce(memberOf, value) !== undefined);
  return [...where, ...pathsInside(value)];
}

/** One line of a rule: its sentence, what is wrong with it, and the way to change it. */
function ConditionLine(props: ConditionProps) {
  const value = () => props.spot.value();
  const kind = createMemo(() => conditionKindOf(value()));
  const isOpen = () => props.tree.open() === props.spot.pointer;
  const below = () => pathsBelow(value()).map((path) => props.spot.at(...path).pointer);
  const plainly = () => plainWords(props.tree.rules, value());
  const said = () => props.tree.rules.line(props.spot.pointer)?.sentence ?? plainly();
  return (
    <div class={styles.line} id={controlOf(props.spot)} tabindex="-1" data-open={isOpen() ? '' : undefined}>
      <div class={styles.said}>
        <Sentence spot={props.spot} plainly={plainly()} />
        <button
          id={buttonAt(props.spot.pointer, 'change')}
          class={styles.change}
          type="button"
          aria-expanded={isOpen()}
          aria-label={`${isOpen() ? 'Close' : 'Change'}: ${said()}`}
          onClick={() => {
            props.tree.toggle(props.spot.pointer);
          }}
        >
          {isOpen() ? 'Close' : 'Change'}
        </button>
      </div>
      <FindingList findings={findingsWithin(props.spot, below())} />
      <Show when={isOpen() && kind()} keyed>
        {(one) => <ConditionPanel spot={props.spot} tree={props.tree} kind={one} />}
      </Show>
    </div>
  );
}

/** The end of a group, where another condition is added to it. */
function AddHere(props: ConditionProps & { readonly list: string }) {
  const count = () => listOf(memberOf(props.spot.value(), props.list)).length;
  const isAdding = () => props.tree.adding() === props.spot.pointer;
  return (
    <Show
      when={isAdding()}
      fallback={
        <div>
          <Button
            id={buttonAt(props.spot.pointer, 'add')}
            label={`Add a condition to: ${props.tree.rules.line(props.spot.pointer)?.sentence ?? 'this group'}`}
            onPress={() => {
              props.tree.setAdding(props.spot.pointer);
            }}
          >
            Add a condition
          </Button>
        </div>
      }
    >
      <AddCondition
        id={`add:${props.spot.pointer}`}
        owner={props.tree.owner()}
        amongMembers={amongMembers(props.spot.path)}
        onAdd={(condition) => {
          props.tree.add([...props.spot.path, props.list, count()], condition);
        }}
        onCancel={() => {
          props.tree.cancel(props.spot.pointer);
        }}
      />
    </Show>
  );
}

/** A condition and all that stands in it, as an ordered list within a list. */
export function ConditionView(props: ConditionProps) {
  const kind = createMemo(() => conditionKindOf(props.spot.value()));
  const below = createMemo(() => pathsBelow(props.spot.value()));
  const list = () => {
    const one = kind();
    return isGroup(one) ? conditionKinds[one].inside?.key : undefined;
  };
  return (
    <>
      <ConditionLine spot={props.spot} tree={props.tree} />
      <Show when={below().length > 0 || list() !== undefined}>
        <ol class={styles.below}>
          <Index each={below()}>
            {(path) => (
              <li>
                <Show when={JSON.stringify(path())} keyed>
                  <ConditionView
                    spot={spotOf(props.spot.editing, props.spot.file, [...props.spot.path, ...path()])}
                    tree={props.tree}
                  />
                </Show>
              </li>
            )}
          </Index>
          <Show when={list()}>
            {(key) => (
              <li class={styles.end}>
                <AddHere spot={props.spot} tree={props.tree} list={key()} />
              </li>
            )}
          </Show>
        </ol>
      </Show>
    </>
  );
}
