import type { JSX } from 'solid-js';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: JSX.Element;
  readonly kind?: 'main' | 'plain';
  readonly type?: 'button' | 'submit';
  /** Says that it is at work; pressing it again then does nothing. */
  readonly busy?: boolean;
  readonly onPress?: () => void;
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={styles.button}
      type={props.type ?? 'button'}
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
