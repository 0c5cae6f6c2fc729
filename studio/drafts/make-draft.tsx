import { Show } from 'solid-js';
import { newDraftAddress, type VersionName } from '../addresses.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { createBegun } from './create-begun.ts';
import styles from './make-draft.module.css';

/** Makes a draft from a version, or a local ruleset laid over it; for those who may write drafts. */
export function MakeDraft(props: { readonly version: VersionName; readonly what?: string }) {
  const { account } = useSession();
  const { busy, wrong, begin } = createBegun();
  const make = () => begin({ version: { id: props.version.id, version: props.version.version } });
  return (
    <Show when={mayOpen('rulesets:draft', account())}>
      <div class={styles.make}>
        <Button busy={busy()} onPress={() => void make()}>
          {props.what ?? `Make a draft from ${props.version.version}`}
        </Button>
        <a href={newDraftAddress({ over: props.version })}>
          Lay a local ruleset over {props.version.version}
        </a>
        <Show when={wrong()}>{(why) => <p role="alert">No draft was made: {why()}</p>}</Show>
      </div>
    </Show>
  );
}
