import type { JSX } from 'solid-js';
import styles from './tag.module.css';

/** What a tag is like to whoever sees it: its word says it to everybody. */
export type Tone = 'plain' | 'good' | 'bad' | 'wrong' | 'open' | 'quiet';

/** A few words that stand out as what something is. */
export function Tag(props: { readonly tone: Tone; readonly children: JSX.Element }) {
  return (
    <span class={styles.tag} data-tone={props.tone}>
      {props.children}
    </span>
  );
}
