import { createMemo, For, Index, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { draftAddress } from '../../addresses.ts';
import type { Path } from '../../draft/editing.ts';
import { Button } from '../../ui/button.tsx';
import controls from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { focusOn } from '../focus-on.ts';
import { useRules } from '../rules.ts';
import { Sentence } from '../sentence.tsx';
import { changeAll, controlOf, findingsWithin, type Spot } from '../spot.ts';
import { idOf, listOf, memberOf, textOf, valueAt } from '../value.ts';
import styles from './rule-list.module.css';

interface RuleListProps {
  readonly list: Path;
  /** Where one of them is edited, below the draft. */
  readonly at: (id: string) => string;
  /** What one is called, in the buttons that move it. */
  readonly word: string;
  readonly none: string;
  /** Of the headings: below that of the screen, or of a part of it. */
  readonly level?: 2 | 3;
  /** What else is said of one. */
  readonly more?: (spot: Spot) => JSX.Element;
}

/** Things of a list of the rules in their order, each as a sentence, and the ways to change and to move it. */
export function RuleList(props: RuleListProps) {
  const rules = useRules();
  const all = createMemo(() => listOf(valueAt(rules.document(), props.list)).map(idOf));
  const label = (spot: Spot, id: string) => textOf(memberOf(spot.value(), 'label')) || id;
  const move = (spot: Spot, { from, to }: { readonly from: number; readonly to: number }) => {
    changeAll(rules.top, `Move a ${props.word}`, [{ move: spot.path, to }]);
    const button = to < from ? 'up' : 'down';
    const next = rules.top.at(...props.list, to);
    const end = to === 0 || to === all().length - 1;
    focusOn(`${controlOf(next)}:${end ? (button === 'up' ? 'down' : 'up') : button}`);
  };
  return (
    <Show when={all().length > 0} fallback={<p>{props.none}</p>}>
      <ol class={styles.list}>
        <Index each={all()}>
          {(id, at) => {
            const spot = rules.top.at(...props.list, at);
            return (
              <li id={controlOf(spot)} tabindex="-1">
                <Dynamic component={props.level === 2 ? 'h2' : 'h3'}>
                  <a href={draftAddress(rules.editing.draft().id, props.at(id()))}>{label(spot, id())}</a>
                </Dynamic>
                <Sentence spot={spot} />
                {props.more?.(spot)}
                <FindingList findings={findingsWithin(spot)} />
                <p class={styles.aside}>
                  <code>{id()}</code>
                </p>
                <div class={controls.buttons}>
                  <For each={[at - 1, at + 1].filter((to) => to >= 0 && to < all().length)}>
                    {(to) => (
                      <Button
                        id={`${controlOf(spot)}:${to < at ? 'up' : 'down'}`}
                        label={`Move ${to < at ? 'up' : 'down'}: ${label(spot, id())}`}
                        onPress={() => {
                          move(spot, { from: at, to });
                        }}
                      >
                        {to < at ? 'Move up' : 'Move down'}
                      </Button>
                    )}
                  </For>
                </div>
              </li>
            );
          }}
        </Index>
      </ol>
    </Show>
  );
}
