import { For, Show } from 'solid-js';

interface WordsProps {
  readonly text: string;
  /** Whether its head is a name, which keeps its own letters. */
  readonly asIs?: boolean;
}

/** A sentence for people: a capital at its head, and what stands in backticks set as code. */
export function Words(props: WordsProps) {
  const head = () => (props.asIs ? props.text.charAt(0) : props.text.charAt(0).toUpperCase());
  const parts = () => (head() + props.text.slice(1)).split('`');
  return (
    <For each={parts()}>
      {(part, at) => (
        <Show when={at() % 2 === 1} fallback={part}>
          <code>{part}</code>
        </Show>
      )}
    </For>
  );
}
