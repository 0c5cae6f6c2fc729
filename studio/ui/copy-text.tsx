import { createSignal } from 'solid-js';
import { Button } from './button.tsx';
import styles from './copy-text.module.css';

/** Text to be taken elsewhere: to be read, selected, or copied by a button where the browser lets us. */
export function CopyText(props: { readonly label: string; readonly text: string }) {
  const [told, setTold] = createSignal('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setTold('Copied');
    } catch {
      setTold('The browser does not let this page copy: select the text and copy it');
    }
  };
  return (
    <div class={styles.copy}>
      <pre class={styles.text} tabindex="0" role="region" aria-label={props.label}>
        {props.text}
      </pre>
      <div class={styles.row}>
        <Button onPress={() => void copy()}>Copy</Button>
        <span role="status">{told()}</span>
      </div>
    </div>
  );
}
