import { Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import styles from '../controls/controls.module.css';
import { FactForm } from '../facts/fact-form.tsx';
import { factUses } from '../facts/fact-uses.ts';
import { freeId } from '../ids.ts';
import { useRules } from '../rules.ts';
import { Sentence } from '../sentence.tsx';
import { changeAll, type Spot } from '../spot.ts';

/** The fact that a comparison names, to be changed where it stands: which rules feel it, and a way to have one's own. */
export function FactOfComparison(props: { readonly comparison: Spot; readonly fact: string }) {
  const rules = useRules();
  const spot = () => rules.top.at('facts', props.fact);
  const others = () => factUses(rules.document(), props.fact).length;
  const copy = () => {
    const id = freeId(props.fact, rules.taken());
    changeAll(props.comparison, 'Copy a fact for this condition', [
      { set: ['facts', id], value: spot().value() },
      { set: [...props.comparison.path, 'fact'], value: id },
    ]);
  };
  return (
    <Show when={spot().value() !== undefined}>
      <details class={styles.more}>
        <summary>Change what the fact measures, and when it looks</summary>
        <div class={styles.group}>
          <Sentence spot={spot()} />
          <Show when={others() > 1}>
            <p>{others()} rules compare this fact, and a change counts in all of them.</p>
            <div>
              <Button onPress={copy}>Have a copy of it for this condition alone</Button>
            </div>
          </Show>
          <FactForm spot={spot()} />
        </div>
      </details>
    </Show>
  );
}
