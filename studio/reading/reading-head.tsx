import { createMemo, For, Show } from 'solid-js';
import { changesAddress, readingAddress, tryAddress, versionsAddress } from '../addresses.ts';
import { MakeDraft } from '../drafts/make-draft.tsx';
import { releasesInWords } from '../rulesets/releases-in-words.ts';
import type { ReadVersion } from './read-version.ts';
import styles from './reading-page.module.css';
import { RestsOn } from './rests-on.tsx';
import { StandingTag, standings } from './standing-tag.tsx';

const words = ['sourced', 'derived', 'unverified', 'disputed'] as const;

/** What a version is, its hash, and what else can be done with it. */
export function ReadingHead(props: { readonly version: ReadVersion; readonly others: readonly string[] }) {
  const name = createMemo(() => ({ id: props.version.held.id, version: props.version.held.version }));
  return (
    <div class={styles.head}>
      <dl class={styles.facts}>
        <div>
          <dt>Version</dt>
          <dd>
            {name().id} {name().version}
          </dd>
        </div>
        <Show when={props.version.checked.ruleset.basedOn}>
          {(over) => (
            <div>
              <dt>Laid over</dt>
              <dd>
                <a href={readingAddress(over())}>
                  {over().id} {over().version}
                </a>
              </dd>
            </div>
          )}
        </Show>
        <div>
          <dt>When</dt>
          <dd>{releasesInWords(props.version.held.releases)}</dd>
        </div>
        <div>
          <dt>Hash of this version</dt>
          <dd>
            <code>{props.version.held.hash}</code>
          </dd>
        </div>
      </dl>
      <ul class={styles.ways} aria-label="With this version">
        <li>
          <a href={tryAddress(name())}>Try a family under it</a>
        </li>
        <For each={props.others}>
          {(other) => (
            <li>
              <a href={changesAddress(name().id, other, name().version)}>What changed from {other}</a>
            </li>
          )}
        </For>
        <li>
          <a href={versionsAddress(name().id)}>All versions</a>
        </li>
      </ul>
      <MakeDraft version={name()} />
      <Show when={props.version.description}>{(said) => <p class={styles.description}>{said()}</p>}</Show>
      <RestsOn held={props.version.held} />
      <details class={styles.legend}>
        <summary>How far each statement can be trusted</summary>
        <dl>
          <For each={words}>
            {(word) => (
              <div>
                <dt>
                  <StandingTag standing={word} />
                </dt>
                <dd>{standings[word].meaning}</dd>
              </div>
            )}
          </For>
        </dl>
      </details>
    </div>
  );
}
