import { For, Match, Show, Switch } from 'solid-js';
import { readingAddress, versionsAddress } from '../addresses.ts';
import type { Problem } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Words } from '../ui/words.tsx';
import styles from './trouble.module.css';

interface TroubleProps {
  readonly problem: Problem;
  /** The ruleset that was asked for, where a version of it was not found. */
  readonly ruleset?: string | undefined;
  readonly onAgain: () => void;
}

/** What there is instead of what was asked for. */
function Instead(props: Pick<TroubleProps, 'problem' | 'ruleset'>) {
  const links = () => {
    const id = props.ruleset;
    const versions = id === undefined ? [] : (props.problem.versions ?? []);
    return [
      ...(props.problem.rulesets ?? []).map((one) => ({ href: versionsAddress(one), text: one })),
      ...versions.map(({ version }) => ({
        href: readingAddress({ id: id ?? '', version }),
        text: `${id ?? ''} ${version}`,
      })),
    ];
  };
  return (
    <Show when={links().length > 0}>
      <p>There are:</p>
      <ul>
        <For each={links()}>
          {({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Why what was asked for is not here, and what can be done about it. */
export function Trouble(props: TroubleProps) {
  return (
    <Switch
      fallback={
        <section class={styles.trouble} role="alert">
          <h2>{props.problem.title}</h2>
          <Show when={props.problem.detail}>
            {(detail) => (
              <p>
                <Words text={detail()} />
              </p>
            )}
          </Show>
          <Show when={props.problem.status >= 500 && props.problem.requestId}>
            {(id) => (
              <p>
                Request <code>{id()}</code>
              </p>
            )}
          </Show>
          <div>
            <Button onPress={props.onAgain}>Try again</Button>
          </div>
        </section>
      }
    >
      <Match when={props.problem.status === 401}>
        <p role="status">Nobody is signed in.</p>
      </Match>
      <Match when={props.problem.status === 403}>
        <section class={styles.trouble} role="alert">
          <h2>You are not allowed to see this</h2>
          <p>
            An administrator can give you a role that lets you. That you asked is in the audit log.{' '}
            <a href="/">Home</a>
          </p>
        </section>
      </Match>
      <Match when={props.problem.status === 404}>
        <section class={styles.trouble} role="alert">
          <h2>{props.problem.title}</h2>
          <Show when={props.problem.detail}>
            {(detail) => (
              <p>
                <Words text={detail()} />
              </p>
            )}
          </Show>
          <Instead problem={props.problem} ruleset={props.ruleset} />
        </section>
      </Match>
    </Switch>
  );
}
