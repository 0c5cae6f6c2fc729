import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { draftAddress, newDraftAddress, type VersionName } from '../addresses.ts';
import { mayOpen } from '../session/may-open.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { beginDraft } from './begin-draft.ts';
import styles from './make-draft.module.css';

/** Makes a draft from a version, or a local ruleset laid over it; for those who may write drafts. */
export function MakeDraft(props: { readonly version: VersionName; readonly what?: string }) {
  const { client, account } = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = createSignal(false);
  const [wrong, setWrong] = createSignal<string>();
  const make = async () => {
    setBusy(true);
    const { id, version } = props.version;
    const begun = await beginDraft(client, { version: { id, version } });
    setBusy(false);
    if (begun.ok) navigate(draftAddress(begun.value.id));
    else setWrong(begun.problem.detail ?? begun.problem.title);
  };
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
