import { For, Match, Show, Switch } from 'solid-js';
import type { Client, Decision, Problem } from '../api.ts';
import { useSession } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Words } from '../ui/words.tsx';
import { apiCall } from './api-call.ts';
import { createServerOpinion, serverQuestion } from './create-server-opinion.ts';
import type { Trial } from './create-trial.ts';
import styles from './server-opinion.module.css';

/** The hashes that the server’s answer stands on: what an auditor needs to ask the same again. */
function Standing(props: { readonly decision: Decision }) {
  const rows = () => [
    { name: 'Decision', value: props.decision.id },
    { name: 'Ruleset', value: `${props.decision.ruleset.id}@${props.decision.ruleset.version}` },
    { name: 'Ruleset hash', value: props.decision.ruleset.hash },
    { name: 'Family hash', value: props.decision.family.hash },
    {
      name: 'Decided by',
      value: `${props.decision.engine.build}, semantics ${props.decision.engine.semantics}`,
    },
  ];
  return (
    <dl class={styles.standing}>
      <For each={rows()}>
        {({ name, value }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Agreement(props: { readonly decision: Decision; readonly differences: readonly string[] }) {
  return (
    <div role="status" class={styles.told} data-differs={props.differences.length > 0 ? '' : undefined}>
      <Show
        when={props.differences.length > 0}
        fallback={
          <p>
            <b>The server decides the same.</b> Every verdict, amount and place of the rules is equal, and the
            public json-rules-engine agreed with it.
          </p>
        }
      >
        <p>
          <b>The server decides otherwise</b> in these places. Load the page again: it may be older than the
          server.
        </p>
        <ul>
          <For each={props.differences}>
            {(path) => (
              <li>
                <code>{path}</code>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Standing decision={props.decision} />
    </div>
  );
}

function Refused(props: { readonly problem: Problem }) {
  return (
    <div role="alert" class={styles.told} data-differs="">
      <p>
        <b>{props.problem.title}</b>
      </p>
      <Show when={props.problem.detail}>
        {(detail) => (
          <p>
            <Words text={detail()} />
          </p>
        )}
      </Show>
    </div>
  );
}

/** The same question put to the server: by a button for whoever may, and as a call. */
export function ServerOpinion(props: { readonly trial: Trial; readonly client: Client }) {
  const { account } = useSession();
  // eslint-disable-next-line solid/reactivity -- because one trial and one client are for as long as the screen lives
  const server = createServerOpinion(props.trial, props.client);
  const refusal = () => {
    const opinion = server.opinion();
    return opinion?.kind === 'refused' ? opinion.problem : undefined;
  };
  const agreement = () => {
    const opinion = server.opinion();
    return opinion?.kind === 'decided' ? opinion : undefined;
  };
  const call = () => {
    if (props.trial.family.isLarge()) return undefined;
    const question = serverQuestion(props.trial);
    return question && apiCall(window.location.origin, question);
  };
  return (
    <section
      class={styles.server}
      data-asked={server.opinion() === undefined ? undefined : ''}
      aria-labelledby="call-title"
    >
      <h2 id="call-title">What the server says</h2>
      <Show
        when={account()?.permissions.includes('decide')}
        fallback={<p>You may try families in this page, and not have them decided by the server.</p>}
      >
        <p class={styles.offer}>
          The decision above is made in this page. The server’s own has an id, and is folded a second time by
          another engine. The family is sent for it, and not kept.
        </p>
        <div>
          <Button busy={server.busy()} onPress={() => void server.askServer()}>
            {server.busy() ? 'Asking' : 'Ask the server'}
          </Button>
        </div>
      </Show>
      <Switch>
        <Match when={refusal()}>{(problem) => <Refused problem={problem()} />}</Match>
        <Match when={agreement()}>
          {(it) => <Agreement decision={it().decision} differences={it().differences} />}
        </Match>
      </Switch>
      <details class={styles.call}>
        <summary>The same as an API call</summary>
        <Show when={call()} fallback={<p>This family is too large to be shown in a call.</p>}>
          {(text) => <CopyText label="API call" text={text()} />}
        </Show>
      </details>
    </section>
  );
}
