import { createEffect, Match, Show, Switch } from 'solid-js';
import { createClient } from './api.ts';
import styles from './app.module.css';
import { apiCall } from './decide/api-call.ts';
import { createQuestion } from './decide/create-question.ts';
import { QuestionForm } from './decide/question-form.tsx';
import { DecisionView } from './decision/decision-view.tsx';
import { RulesetList } from './rulesets/ruleset-list.tsx';
import { createKey } from './session/create-key.ts';
import { createOverview } from './session/create-overview.ts';
import { KeyForm } from './session/key-form.tsx';
import { Button } from './ui/button.tsx';
import { CopyText } from './ui/copy-text.tsx';

/** The start page: what there is, and one family decided. */
export function App() {
  const session = createKey();
  const client = createClient(session.key);
  const { overview, problem, loading, again } = createOverview(client, session.key);
  const question = createQuestion(client);

  createEffect(() => {
    const decided = question.answer()?.decision.family.id;
    const wrong = question.mistakes().length > 0;
    document.title = `${wrong ? 'Error: ' : ''}${decided === undefined ? '' : `Family ${decided} – `}Threshold`;
  });

  return (
    <>
      <a class={styles.skip} href="#main">
        Skip to main content
      </a>
      <header class={styles.bar}>
        <div class={styles.inner}>
          <span class={styles.name}>Threshold</span>
          <nav aria-label="More">
            <a href="/api/v1/reference">API reference</a>
          </nav>
        </div>
      </header>
      <main id="main" class={styles.main} tabindex="-1">
        <div class={styles.opening}>
          <h1>Policies as rules, decisions with reasons</h1>
          <p>
            Threshold decides families under any version of the rules, on any day: whether they are eligible,
            which results count, what is due, and what is not known.
          </p>
        </div>
        <Switch>
          <Match when={problem()?.status === 401}>
            <KeyForm refused={session.key() !== undefined} onUse={session.use} />
          </Match>
          <Match when={problem()}>
            {(trouble) => (
              <section class={styles.section} role="alert">
                <h2>{trouble().title}</h2>
                <Button onPress={again}>Try again</Button>
              </section>
            )}
          </Match>
          <Match when={overview()}>
            {(known) => (
              <>
                <section class={styles.section} aria-labelledby="rulesets-title" data-paper="no">
                  <h2 id="rulesets-title">What there is</h2>
                  <RulesetList overview={known()} />
                </section>
                <section class={styles.section} aria-labelledby="decide-title" data-paper="no">
                  <h2 id="decide-title">Decide a family</h2>
                  <QuestionForm question={question} rulesets={known().rulesets} />
                </section>
              </>
            )}
          </Match>
          <Match when={loading()}>
            <p role="status">Asking the server what there is.</p>
          </Match>
        </Switch>
        <Show when={question.answer()}>
          {(answer) => (
            <>
              <DecisionView decision={answer().decision} />
              <section class={styles.section} aria-labelledby="call-title" data-paper="no">
                <h2 id="call-title">The same as an API call</h2>
                <CopyText label="API call" text={apiCall(location.origin, answer().asked)} />
              </section>
            </>
          )}
        </Show>
      </main>
      <footer class={styles.bar} data-paper="no">
        <div class={styles.inner}>
          <span>Families are sent to this server only, and not kept.</span>
          <Show when={session.key()}>
            <Button onPress={session.forget}>Forget the key</Button>
          </Show>
        </div>
      </footer>
    </>
  );
}
