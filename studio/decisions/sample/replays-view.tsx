import { For, Match, Show, Switch } from 'solid-js';
import { useSession } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted, numberInWords } from '../../ui/number-in-words.ts';
import { Progress } from '../../ui/progress.tsx';
import type { Replays } from './create-replays.ts';
import styles from '../decisions.module.css';
import { replayResults, replayWords } from '../replay-in-words.ts';

type Current = NonNullable<ReturnType<Replays['current']>>;

/** How many came to what. */
function Counts(props: { readonly current: Current; readonly all: number }) {
  const count = (result: string) =>
    [...props.current.results.values()].filter((one) => one.result === result).length;
  const missing = () => props.current.done - props.current.results.size;
  const whole = () => props.current.done === props.all;
  const alike = () => count('same') === props.all;
  return (
    <div
      class={styles.told}
      data-tone={alike() ? 'good' : count('different') > 0 ? 'bad' : 'open'}
      role="status"
    >
      <p>
        <b>
          {whole()
            ? `All ${numberInWords(props.all)} were decided again.`
            : `${numberInWords(props.current.done)} of ${numberInWords(props.all)} were decided again.`}
        </b>
      </p>
      <ul>
        <For each={replayResults.filter((result) => result === 'same' || count(result) > 0)}>
          {(result) => (
            <li>
              {replayWords[result]}: {numberInWords(count(result))}
            </li>
          )}
        </For>
        <Show when={missing() > 0}>
          <li>Not there any more: {numberInWords(missing())}</li>
        </Show>
      </ul>
    </div>
  );
}

/** Everything that was drawn decided again, with its progress; it can be cancelled. */
export function ReplaysView(props: { readonly replays: Replays; readonly all: number }) {
  const { account } = useSession();
  return (
    <section class={styles.part} aria-labelledby="replays-title">
      <h3 id="replays-title">Decided again</h3>
      <Show
        when={account()?.permissions.includes('decisions:keep')}
        fallback={
          <p class={styles.text}>
            To have decisions made again, one must be allowed to keep decisions. An administrator can give you
            a role that lets you.
          </p>
        }
      >
        <Switch>
          <Match when={props.replays.busy()}>
            <Progress
              label="Decided again"
              done={props.replays.current()?.done ?? 0}
              all={props.all}
              words={`${numberInWords(props.replays.current()?.done ?? 0)} of ${counted(props.all, 'decision', 'decisions')}`}
            />
            <div class={styles.acts}>
              <Button onPress={props.replays.cancel}>Cancel</Button>
            </div>
          </Match>
          <Match when={!props.replays.busy()}>
            <div class={styles.acts}>
              <Button kind="main" onPress={() => void props.replays.start()}>
                Decide all again
              </Button>
            </div>
          </Match>
        </Switch>
      </Show>
      <Show when={!props.replays.busy() && props.replays.current()}>
        {(current) => (
          <>
            <Counts current={current()} all={props.all} />
            <Show when={current().problem}>
              {(problem) => (
                <p class={styles.told} data-tone="bad" role="alert">
                  It went no further. {problem().title}
                </p>
              )}
            </Show>
          </>
        )}
      </Show>
    </section>
  );
}
