import { Match, Show, Switch } from 'solid-js';
import type { Problem } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Words } from '../ui/words.tsx';
import { ChangedTable } from './changed-table.tsx';
import type { Changed } from './create-changed.ts';
import styles from './changed.module.css';

interface ChangedSectionProps {
  readonly title: string;
  readonly changed: Changed;
  /** The two versions, by their names. */
  readonly before: string;
  readonly now: string;
  /** Asks which edits cause what changes; absent where that is asked. */
  readonly onAskCauses?: (() => void) | undefined;
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

/** How the looking for causes stands, or how it is begun. */
function WhyNot(props: { readonly changed: Changed; readonly onAskCauses: (() => void) | undefined }) {
  const causes = () => props.changed.causes;
  return (
    <Switch>
      <Match when={props.changed.restatedAlone()}>
        <p>
          Which edits cause this cannot be said: the day of attachment is restated under one version alone, so
          that they are not asked about the same family.
        </p>
      </Match>
      <Match when={props.onAskCauses}>
        {(ask) => (
          <div>
            <Button onPress={ask()}>Say which edits cause it</Button>
          </div>
        )}
      </Match>
      <Match when={causes().broken()}>
        <p role="alert">Which edits cause this could not be found: the page failed at it. Load it again.</p>
      </Match>
      <Match when={causes().refused()}>
        <p>Which edits cause this cannot be said: the two versions have no id in common.</p>
      </Match>
      <Match when={causes().looking()}>
        <p role="status">The edits that cause it are being looked for.</p>
      </Match>
    </Switch>
  );
}

/** What a family is told otherwise than under the version before, or why that cannot be said. */
export function ChangedSection(props: ChangedSectionProps) {
  let heading: HTMLElement | undefined;
  const again = () => {
    // because the button goes once there is an answer
    heading?.focus();
    props.changed.again();
  };
  const ask = () => {
    heading?.focus();
    props.onAskCauses?.();
  };
  return (
    <section class={styles.changed} aria-labelledby="changed-title">
      <h2 id="changed-title" tabindex="-1" ref={(element) => (heading = element)}>
        {props.title}
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
          {(all) => (
            <>
              <Show when={all().length > 0}>
                <WhyNot changed={props.changed} onAskCauses={props.onAskCauses && ask} />
              </Show>
              <ChangedTable
                changed={all()}
                before={props.before}
                now={props.now}
                causes={props.onAskCauses === undefined ? props.changed.causes : undefined}
              />
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
