import type { Tone } from './tag.tsx';
import styles from './tag.module.css';

interface MarkTagProps {
  readonly tone: Tone;
  readonly word: string;
  /** The shape that stands beside the word, drawn in a square of 16: never colour alone. */
  readonly path: string;
}

/** A word with a shape beside it. */
export function MarkTag(props: MarkTagProps) {
  return (
    <strong class={`${styles.tag} ${styles.marked}`} data-tone={props.tone}>
      <svg class={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
        <path d={props.path} />
      </svg>
      {props.word}
    </strong>
  );
}
