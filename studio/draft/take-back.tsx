import { Show } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { useSession } from '../session/session.ts';
import { useDraft } from './editing.ts';
import styles from './draft-bar.module.css';

/** Lets those who write drafts take back what was submitted or approved. */
export function TakeBack() {
  const { draft, takenBack, takeBack } = useDraft();
  const { account } = useSession();
  const decided = () => draft().state === 'submitted' || draft().state === 'approved';
  const may = () => account()?.permissions.includes('rulesets:draft') === true;
  return (
    <Show when={decided() && may()}>
      <div class={styles.taken}>
        <p>
          {takenBack()
            ? 'It can be edited. The first change takes it back from approval.'
            : `It is ${draft().state}, and cannot be edited as it stands.`}
        </p>
        <Show when={!takenBack()}>
          <Button onPress={takeBack}>Edit it again</Button>
        </Show>
      </div>
    </Show>
  );
}
