import type { JSX } from 'solid-js';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: JSX.Element;
  readonly kind?: 'main' | 'plain';
  readonly type?: 'button' | 'submit';
  /** Says that it is at work; pressing it again then does nothing. */
  readonly busy?: boolean;
  /** What it is called, where what stands on it does not say it by itself. */
  readonly label?: string | undefined;
  readonly onPress?: () => void;
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={styles.button}
      type={props.type ?? 'button'}
      aria-label={props.label}
      data-kind={props.kind ?? 'plain'}
      aria-disabled={props.busy ? 'true' : undefined}
      onClick={() => {
        if (!props.busy) props.onPress?.();
      }}
    >
      {props.children}
    </button>
  );
}
