import { useNavigate, useParams } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { draftAddress } from '../../addresses.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import styles from '../controls/controls.module.css';
import { FindingList } from '../controls/finding-list.tsx';
import { freeId } from '../ids.ts';
import { Found, Part } from '../part.tsx';
import { type Rules, useRules } from '../rules.ts';
import { Sentence } from '../sentence.tsx';
import { findingsWithin } from '../spot.ts';
import { memberOf, textOf } from '../value.ts';
import { FactForm } from './fact-form.tsx';
import { factUses } from './fact-uses.ts';

function Uses(props: { readonly name: string }) {
  const rules = useRules();
  const navigate = useNavigate();
  const spot = () => rules.top.at('facts', props.name);
  const uses = () => factUses(rules.document(), props.name);
  const here = (path: string) => draftAddress(rules.editing.draft().id, path);
  const copy = () => {
    const id = freeId(props.name, rules.taken());
    rules.top.at('facts', id).put(spot().value(), 'Copy a fact');
    navigate(here(`facts/${id}`));
  };
  return (
    <section class={styles.stack} aria-labelledby="fact:uses">
      <h2 id="fact:uses">Where it is compared</h2>
      <Show when={uses().length > 0} fallback={<p>No rule compares it.</p>}>
        <p>A change here counts in all of these:</p>
        <ul>
          <For each={uses()}>
            {({ id, label }) => (
              <li>
                {label} (<code>{id}</code>)
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class={styles.buttons}>
        <Button onPress={copy}>Copy it as another fact</Button>
        <Show when={uses().length === 0}>
          <Confirm
            ask="Remove this fact"
            question="Remove this fact? Undo brings it back."
            yes="Yes, remove"
            no="Leave it"
            onYes={() => {
              spot().put(undefined, 'Remove a fact');
              navigate(here('facts'));
            }}
          />
        </Show>
      </div>
    </section>
  );
}

/** One fact: what it measures, from which records, and when. */
export function FactScreen() {
  const params = useParams<{ fact: string }>();
  const spotIn = (rules: Rules) => rules.top.at('facts', params.fact);
  return (
    <Part
      above={{ of: 'facts', text: 'Facts' }}
      title={(rules) => textOf(memberOf(spotIn(rules).value(), 'label')) || params.fact}
    >
      {(rules) => (
        <Found spot={spotIn(rules)} what="fact">
          {(spot) => (
            <>
              <Sentence spot={spot} />
              <FindingList findings={findingsWithin(spot)} />
              <FactForm spot={spot} />
              <Uses name={params.fact} />
            </>
          )}
        </Found>
      )}
    </Part>
  );
}
