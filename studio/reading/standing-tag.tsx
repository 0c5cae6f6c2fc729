import type { Source } from '../api.ts';
import styles from './standing-tag.module.css';

export type Standing = Source['standing'];

/** How far a statement can be trusted, in a word, and what the word means. */
export const standings: Readonly<Record<Standing, { readonly word: string; readonly meaning: string }>> = {
  sourced: { word: 'Sourced', meaning: 'the source says it' },
  derived: { word: 'Derived', meaning: 'it follows by arithmetic from what a source says' },
  unverified: { word: 'Unverified', meaning: 'it is believed, and no source that was read says it' },
  disputed: { word: 'Disputed', meaning: 'sources differ, or what they say can be read in two ways' },
};

export const isStanding = (word: string): word is Standing => Object.hasOwn(standings, word);

export function StandingTag(props: { readonly standing: Standing }) {
  return (
    <span class={styles.tag} data-standing={props.standing}>
      {standings[props.standing].word}
    </span>
  );
}
