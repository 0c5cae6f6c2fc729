import type { JSX } from 'solid-js';
import { Words } from '../ui/words.tsx';
import styles from './sign-in-screen.module.css';

interface LinkNotGoodProps {
  /** Why, as a sentence; absent where the page was opened without a link. */
  readonly why: string | undefined;
  /** How to come by another. */
  readonly children: JSX.Element;
}

/** What stands on a page that a link opens, where there is no link or it is not good any more. */
export function LinkNotGood(props: LinkNotGoodProps) {
  return (
    <div class={styles.notice} role="alert">
      <h2>This link cannot be used</h2>
      <p>
        <Words
          text={
            props.why ??
            'the page was opened without the whole link, or loaded again: open the link once more'
          }
        />
        .
      </p>
      <p>{props.children}</p>
      <p>
        <a href="/sign-in">Sign in</a>
      </p>
    </div>
  );
}
