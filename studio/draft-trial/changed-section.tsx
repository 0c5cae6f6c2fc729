import { Match, Show, Switch } from 'solid-js';
import type { Problem } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Words } from '../ui/words.tsx';
import { ChangedTable } from './changed-table.tsx';
import type { Changed } from './create-draft-trial.ts';
import styles from './draft-trial.module.css';

interface ChangedSectionProps {
  readonly changed: Changed;
  /** The version before, by its name. */
  readonly before: string;
}

/** Why the version before could not be had. */
function Unread(props: { readonly before: string; readonly problem: Problem; readonly onAgain: () => void }) {
  return (
    <>
      <p role="alert">
        It cannot be said, because {props.before} could not be read: <Words text={props.problem.title} />
        <Show when={props.problem.detail}>
          {(detail) => (
            <>
              {' '}
              <Words text={detail()} />
            </>
          )}
        </Show>
      </p>
      <div>
        <Button onPress={props.onAgain}>Ask for it again</Button>
      </div>
    </>
  );
}

/** What the draft changes for the family that is tried, or why that cannot be said. */
export function ChangedSection(props: ChangedSectionProps) {
  let heading: HTMLElement | undefined;
  const again = () => {
    // because the button goes once there is an answer
    heading?.focus();
    props.changed.again();
  };
  return (
    <section class={styles.changed} aria-labelledby="changed-title">
      <h2 id="changed-title" tabindex="-1" ref={(element) => (heading = element)}>
        What this draft changes for this family
      </h2>
      <Switch fallback={<p>It is being decided under {props.before} too.</p>}>
        <Match when={props.changed.problem()}>
          {(problem) => <Unread before={props.before} problem={problem()} onAgain={again} />}
        </Match>
        <Match when={props.changed.mistakes()[0]}>
          {(mistake) => (
            <p>
              It cannot be said, because {props.before} cannot read this family:{' '}
              <Words text={mistake().message} />
            </p>
          )}
        </Match>
        <Match when={props.changed.value()}>
          {(all) => <ChangedTable changed={all()} before={props.before} />}
        </Match>
      </Switch>
    </section>
  );
}
