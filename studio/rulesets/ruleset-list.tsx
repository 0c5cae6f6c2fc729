import { For, Show } from 'solid-js';
import type { ListedRuleset, Overview } from '../api.ts';
import { dayInWords } from '../day-in-words.ts';
import styles from './ruleset-list.module.css';

function InForce(props: { readonly ruleset: ListedRuleset }) {
  return (
    <Show when={props.ruleset.inForce} fallback="none">
      {(release) => (
        <>
          {release().version}, since {dayInWords(release().from)}
        </>
      )}
    </Show>
  );
}

/** Every ruleset there is, its versions, and the one in force today. */
export function RulesetList(props: { readonly overview: Overview }) {
  return (
    <ul class={styles.list}>
      <For each={props.overview.rulesets}>
        {(ruleset) => (
          <li class={styles.ruleset}>
            <h3>{ruleset.title}</h3>
            <dl class={styles.about}>
              <div>
                <dt>Id</dt>
                <dd>
                  <code>{ruleset.id}</code>
                </dd>
              </div>
              <div>
                <dt>Where</dt>
                <dd>{ruleset.jurisdiction}</dd>
              </div>
              <div>
                <dt>Versions</dt>
                <dd>{ruleset.versions.join(', ')}</dd>
              </div>
              <div>
                <dt>In force today</dt>
                <dd>
                  <InForce ruleset={ruleset} />
                </dd>
              </div>
            </dl>
          </li>
        )}
      </For>
    </ul>
  );
}
