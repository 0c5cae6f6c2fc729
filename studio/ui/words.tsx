import { For, Show } from 'solid-js';

/** A sentence for people: a capital at its head, and what stands in backticks set as code. */
export function Words(props: { readonly text: string }) {
  const parts = () => (props.text.charAt(0).toUpperCase() + props.text.slice(1)).split('`');
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
