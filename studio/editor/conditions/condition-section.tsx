import { createSignal, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import styles from '../controls/controls.module.css';
import { focusOn } from '../focus-on.ts';
import { useRules } from '../rules.ts';
import { controlOf, type Spot } from '../spot.ts';
import { idOf, valueAt } from '../value.ts';
import { ConditionView } from './condition-view.tsx';
import { createTree } from './create-tree.ts';
import { AddCondition } from './new-condition.tsx';

interface ConditionSectionProps {
  /** Of the condition; the rule is what stands right around it. */
  readonly spot: Spot;
  readonly title: string;
  /** What it means that there is none, and what the button says that asks for one. */
  readonly none: string;
  readonly ask: string;
}

/** The condition of a rule, with all that stands in it; or that there is none, and a way to ask for one. */
export function ConditionSection(props: ConditionSectionProps) {
  const rules = useRules();
  const [adding, setAdding] = createSignal(false);
  const tree = createTree(rules, () => idOf(valueAt(rules.document(), props.spot.path.slice(0, -1))));
  const ask = () => `${controlOf(props.spot)}:ask`;
  const heading = () => `${controlOf(props.spot)}:title`;
  const fallback = () => (
    <>
      <p>{props.none}</p>
      <Show
        when={adding()}
        fallback={
          <div>
            <Button id={ask()} onPress={() => setAdding(true)}>
              {props.ask}
            </Button>
          </div>
        }
      >
        <AddCondition
          id={`add:${props.spot.pointer}`}
          owner={tree.owner()}
          amongMembers={false}
          onAdd={(condition) => {
            setAdding(false);
            tree.add(props.spot.path, condition);
          }}
          onCancel={() => {
            setAdding(false);
            focusOn(ask());
          }}
        />
      </Show>
    </>
  );
  return (
    <section class={styles.stack} aria-labelledby={heading()}>
      <h2 id={heading()} tabindex="-1">
        {props.title}
      </h2>
      <Show when={props.spot.value() !== undefined} fallback={fallback()}>
        <div>
          <ConditionView spot={props.spot} tree={tree} />
        </div>
      </Show>
    </section>
  );
}
