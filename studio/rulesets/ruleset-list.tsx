import { For, Show } from 'solid-js';
import { readingAddress, versionsAddress } from '../addresses.ts';
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
    <Show when={props.overview.rulesets.length > 0} fallback={<p>This server has no ruleset.</p>}>
      <ul class={styles.list}>
        <For each={props.overview.rulesets}>
          {(ruleset) => (
            <li class={styles.ruleset}>
              <h2>
                <a href={versionsAddress(ruleset.id)}>{ruleset.title}</a>
              </h2>
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
                  <dt>Read a version</dt>
                  <dd class={styles.versions}>
                    <For each={ruleset.versions}>
                      {(version) => (
                        <a
                          href={readingAddress({ id: ruleset.id, version })}
                          aria-label={`${ruleset.id} ${version}`}
                        >
                          {version}
                        </a>
                      )}
                    </For>
                  </dd>
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
    </Show>
  );
}
