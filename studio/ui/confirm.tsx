import { createSignal, Show } from 'solid-js';
import { Button } from './button.tsx';
import styles from './confirm.module.css';

interface ConfirmProps {
  /** What the button says, and how it is told from others like it where that needs more. */
  readonly ask: string;
  readonly label?: string | undefined;
  /** What will happen, as a question; and what its two answers say. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/** A button whose act is asked about once more, in its place. */
export function Confirm(props: ConfirmProps) {
  const [asked, setAsked] = createSignal(false);
  let place: HTMLElement | undefined;
  const leave = () => {
    setAsked(false);
    place?.querySelector('button')?.focus();
  };
  return (
    <div ref={(element) => (place = element)}>
      <Show
        when={asked()}
        fallback={
          <Button label={props.label} onPress={() => setAsked(true)}>
            {props.ask}
          </Button>
        }
      >
        <div
          class={styles.question}
          role="group"
          tabindex="-1"
          aria-label={props.question}
          ref={(element) => {
            queueMicrotask(() => {
              element.focus();
            });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave();
          }}
        >
          <p>{props.question}</p>
          <div class={styles.row}>
            <Button
              kind="main"
              onPress={() => {
                leave();
                props.onYes();
              }}
            >
              {props.yes}
            </Button>
            <Button onPress={leave}>{props.no}</Button>
          </div>
        </div>
      </Show>
    </div>
  );
}
