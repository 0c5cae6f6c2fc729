import { For, Show } from 'solid-js';
import type { Client } from '../../api.ts';
import type { Trial } from '../../decide/create-trial.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Told } from '../../ui/told.tsx';
import { Words } from '../../ui/words.tsx';
import { createStrip } from './create-strip.ts';
import { FlipView } from './flip-view.tsx';
import { headline } from './strip-rows.ts';
import { StripTable } from './strip-table.tsx';
import { UnreadableView, WrongList } from './unreadable-view.tsx';
import styles from './strip.module.css';

/** One family under every version of the ruleset that is tried, where neighbours differ, and because of which edits. */
export function StripSection(props: { readonly trial: Trial; readonly client: Client }) {
  const { account } = useSession();
  // eslint-disable-next-line solid/reactivity -- because one trial and one client are for as long as the screen lives
  const { strip, problem, busy, wanting, askServer } = createStrip(props.trial, props.client);
  return (
    <section class={styles.strip} aria-labelledby="strip-title">
      <h2 id="strip-title">Under every version</h2>
      <Show
        when={account()?.permissions.includes('decide')}
        fallback={<p>You may try families in this page, and not have them decided by the server.</p>}
      >
        <p class={styles.text}>
          What each version of this ruleset tells the family on this day, in force then or not, where it
          changes from one to the next, and because of which edits. The family is sent for it, and not kept.
        </p>
        <div>
          <Button busy={busy()} onPress={() => void askServer()}>
            {busy() ? 'Asking' : 'Decide it under every version'}
          </Button>
        </div>
      </Show>
      <Told words={wanting() ? 'Choose a version, a day and a family first.' : ''} />
      <Show when={problem()}>
        {(said) => (
          <div role="alert">
            <p>
              <b>{said().title}</b>
            </p>
            <Show when={said().detail}>
              {(detail) => (
                <p>
                  <Words text={detail()} />
                </p>
              )}
            </Show>
            <Show when={said().findings}>{(findings) => <WrongList findings={findings()} />}</Show>
          </div>
        )}
      </Show>
      <Show when={strip()}>
        {(told) => (
          <>
            <p role="status">{headline(told())}</p>
            <UnreadableView versions={told().unreadable} />
            <StripTable strip={told()} />
            <For each={told().flips}>{(flip) => <FlipView strip={told()} flip={flip} />}</For>
          </>
        )}
      </Show>
    </section>
  );
}
