import styles from './told.module.css';

/** What has just been done, said where it was done; it takes no room before. */
export function Told(props: { readonly words: string }) {
  return (
    <p class={styles.told} role="status">
      {props.words}
    </p>
  );
}
