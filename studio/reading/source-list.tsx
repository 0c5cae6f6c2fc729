import { For, Show } from 'solid-js';
import type { SourceDocuments } from './read-version.ts';
import { sourceAnchor } from './source-note.tsx';
import styles from './source-list.module.css';

/** The documents that a version was written from. */
export function SourceList(props: { readonly sources: SourceDocuments }) {
  return (
    <ul class={styles.list}>
      <For each={Object.entries(props.sources)}>
        {([ref, source]) => (
          <li class={styles.source} id={sourceAnchor(ref)} tabindex="-1">
            <cite class={styles.title}>{source.title}</cite>
            <span>{[source.publisher, source.date].filter(Boolean).join(', ')}</span>
            <Show when={source.href}>
              {(href) => (
                <a href={href()} rel="external noreferrer">
                  {href()}
                </a>
              )}
            </Show>
            <span class={styles.name}>
              Known here as <code>{ref}</code>
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}
