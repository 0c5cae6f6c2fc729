import { Match, Show, Switch } from 'solid-js';
import type { Replayed } from '../../api.ts';
import type { Ruleset } from '../../engine.ts';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import type { Replay } from './create-replay.ts';
import styles from '../decisions.module.css';
import { replayChanges, replayInWords, type ReplayResult, replayWords } from '../replay-in-words.ts';

const tones: Readonly<Record<ReplayResult, 'good' | 'bad' | 'open'>> = {
  same: 'good',
  'same-result-other-trace': 'open',
  different: 'bad',
  'cannot-be-replayed': 'open',
};

function Came(props: { readonly replayed: Replayed; readonly ruleset: Ruleset | undefined }) {
  const changes = () => replayChanges(props.replayed, props.ruleset);
  return (
    <div class={styles.told} data-tone={tones[props.replayed.result]} role="status">
      <p>
        <b>{replayWords[props.replayed.result]}.</b> {replayInWords(props.replayed)}
      </p>
      <Show when={changes().length > 0}>
        <Table
          caption="What is decided otherwise"
          columns={[{ head: 'What' }, { head: 'As it was kept' }, { head: 'Decided again' }]}
          rows={changes()}
          cells={({ what, was, now }) => [what, was, now]}
        />
      </Show>
    </div>
  );
}

/** A kept decision made again by a button, and what came of it in words. */
export function ReplayView(props: { readonly replay: Replay; readonly ruleset: Ruleset | undefined }) {
  const { account } = useSession();
  const came = () => {
    const answer = props.replay.answer();
    return answer?.ok ? answer.value : undefined;
  };
  const refused = () => {
    const answer = props.replay.answer();
    return answer === undefined || answer.ok ? undefined : answer.problem;
  };
  return (
    <section class={styles.part} aria-labelledby="again-title">
      <h2 id="again-title">Decided again</h2>
      <Show
        when={account()?.permissions.includes('decisions:keep')}
        fallback={
          <p class={styles.text}>
            To have a decision made again, one must be allowed to keep decisions. An administrator can give
            you a role that lets you.
          </p>
        }
      >
        <p class={styles.text}>
          The server decides it once more: under the very version, on the very day, of the very family. It
          should come out the same, whenever that is done.
        </p>
        <div class={styles.acts}>
          <Button kind="main" busy={props.replay.busy()} onPress={() => void props.replay.again()}>
            {props.replay.busy() ? 'Deciding' : 'Decide it again'}
          </Button>
        </div>
      </Show>
      <Switch>
        <Match when={came()}>{(replayed) => <Came replayed={replayed()} ruleset={props.ruleset} />}</Match>
        <Match when={refused()}>
          {(problem) => (
            <p class={styles.told} data-tone="bad" role="alert">
              {problem().title}
            </p>
          )}
        </Match>
      </Switch>
    </section>
  );
}
