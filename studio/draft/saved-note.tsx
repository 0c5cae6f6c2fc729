import { Match, Show, Switch } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { useDraft } from './editing.ts';
import styles from './draft-bar.module.css';

/** Whether the server has what is on the screen; where it has not, why. */
export function SavedNote() {
  const { saved, save, mayEdit } = useDraft();
  const failed = () => {
    const now = saved();
    return now.state === 'not-saved' ? now : undefined;
  };
  return (
    <div class={styles.saved} data-saved={saved().state}>
      <p role="status">
        <Switch>
          <Match when={saved().state === 'saving'}>Saving</Match>
          <Match when={saved().state === 'conflict'}>Not saved: somebody else saved in between</Match>
          <Match when={failed()}>{(now) => <>Not saved: {now().why}</>}</Match>
          <Match when={mayEdit()}>Saved</Match>
        </Switch>
      </p>
      <Show when={failed()}>
        <Button onPress={() => void save()}>Save now</Button>
      </Show>
    </div>
  );
}
