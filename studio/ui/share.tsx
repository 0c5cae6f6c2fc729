import { percentOf } from './percent-of.ts';
import styles from './share.module.css';

interface ShareProps {
  readonly of: number;
  readonly all: number;
}

/** A part of a whole as a percentage, with a bar that says the same. */
export function Share(props: ShareProps) {
  return (
    <span class={styles.share}>
      <span class={styles.words}>{percentOf(props.of, props.all)}</span>
      <span
        class={styles.bar}
        aria-hidden="true"
        style={{ '--share': props.all === 0 ? '0' : String(props.of / props.all) }}
      />
    </span>
  );
}
