import { CopyText } from './copy-text.tsx';
import styles from './shown-once.module.css';

interface ShownOnceProps {
  readonly title: string;
  /** What it is for, and that it is not shown again. */
  readonly note: string;
  readonly label: string;
  readonly text: string;
}

/** A secret to be copied before the screen is left. It takes the focus when it comes. */
export function ShownOnce(props: ShownOnceProps) {
  return (
    <section
      class={styles.once}
      tabindex="-1"
      aria-label={props.title}
      ref={(element) => {
        queueMicrotask(() => {
          element.focus();
        });
      }}
    >
      <h2>{props.title}</h2>
      <p>{props.note}</p>
      <CopyText label={props.label} text={props.text} />
    </section>
  );
}
