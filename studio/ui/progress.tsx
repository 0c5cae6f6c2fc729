import { Show } from 'solid-js';
import styles from './progress.module.css';

interface ProgressProps {
  readonly label: string;
  /** How much is done of how much; without it, that it goes on is all there is to say. */
  readonly done?: number | undefined;
  readonly all?: number | undefined;
  /** The same in words, which are what is read aloud. */
  readonly words: string;
}

/** How far long work has come. */
export function Progress(props: ProgressProps) {
  return (
    <div class={styles.progress}>
      <Show
        when={props.all ? props.all : undefined}
        fallback={<progress class={styles.bar} aria-label={props.label} />}
      >
        {(all) => (
          <progress class={styles.bar} aria-label={props.label} value={props.done ?? 0} max={all()} />
        )}
      </Show>
      <p>{props.words}</p>
    </div>
  );
}
