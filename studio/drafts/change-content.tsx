import { Show } from 'solid-js';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import type { NewKind } from './new-draft.ts';
import { createBegun } from './create-begun.ts';
import styles from './make-draft.module.css';

/** Makes a draft from what is published by content, as it now is; for those who may write drafts. */
export function ChangeContent(props: { readonly kind: Exclude<NewKind, 'ruleset'>; readonly id: string }) {
  const { account } = useSession();
  const { busy, wrong, begin } = createBegun();
  return (
    <Show when={mayOpen('rulesets:draft', account())}>
      <div class={styles.make}>
        <Button
          busy={busy()}
          onPress={() => void begin({ content: { kind: props.kind, id: props.id } })}
        >{`Make a draft from ${props.id}`}</Button>
        <Show when={wrong()}>{(why) => <p role="alert">No draft was made: {why()}</p>}</Show>
      </div>
    </Show>
  );
}
