import type { JSX } from 'solid-js';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: JSX.Element;
  readonly id?: string | undefined;
  readonly kind?: 'main' | 'plain';
  readonly type?: 'button' | 'submit';
  /** Says that it is at work; pressing it again then does nothing. */
  readonly busy?: boolean;
  /** There is nothing for it to do now; it stays where it is, and can still be reached. */
  readonly idle?: boolean;
  /** The keys that do the same, as `aria-keyshortcuts` names them. */
  readonly keys?: string | undefined;
  /** What it is called, where what stands on it does not say it by itself. */
  readonly label?: string | undefined;
  /** Whether what it opens is open. */
  readonly expanded?: boolean | undefined;
  readonly onPress?: () => void;
}

export function Button(props: ButtonProps) {
  return (
    <button
      id={props.id}
      class={styles.button}
      type={props.type ?? 'button'}
      aria-label={props.label}
      aria-expanded={props.expanded}
      data-kind={props.kind ?? 'plain'}
      data-idle={props.idle ? '' : undefined}
      aria-disabled={props.busy || props.idle ? 'true' : undefined}
      aria-keyshortcuts={props.keys}
      onClick={() => {
        if (!props.busy && !props.idle) props.onPress?.();
      }}
    >
      {props.children}
    </button>
  );
}
