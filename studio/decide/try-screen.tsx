import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Client, Overview } from '../api.ts';
import { DecisionView } from '../decision/decision-view.tsx';
import { Answered } from '../frame/answered.tsx';
import { Screen } from '../frame/screen.tsx';
import { createOverview } from '../session/create-overview.ts';
import { useSession } from '../session/session.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { apiCall } from './api-call.ts';
import { createQuestion, type Question } from './create-question.ts';
import { QuestionForm } from './question-form.tsx';
import styles from './try-screen.module.css';

/** By whom they are asked: a question outlives its screen, so that whoever follows a reason finds it again. */
const questions = new WeakMap<Client, Question>();

function questionOf(client: Client): Question {
  const held = questions.get(client) ?? createQuestion(client);
  questions.set(client, held);
  return held;
}

/** Chooses the version that the address names, where there is one of that name. */
function choose(question: Question, named: string | undefined, { rulesets }: Overview) {
  const names = rulesets.flatMap(({ id, versions }) => versions.map((version) => `${id}@${version}`));
  if (named !== undefined && names.includes(named)) question.setTyped('version', named);
}

/** One family decided under one version on one day. */
export function TryScreen() {
  const { client } = useSession();
  const [search] = useSearchParams<{ version: string }>();
  const overview = createOverview();
  const question = questionOf(client);
  const decided = () => question.answer()?.decision.family.id;
  const windowTitle = () => (decided() === undefined ? undefined : `Family ${decided() ?? ''}`);
  return (
    <Screen
      title="Try a family"
      windowTitle={windowTitle()}
      wrong={question.mistakes().length > 0}
      lead={<p>What is decided about one family under a version of the rules, on a day, and why.</p>}
    >
      <Answered answer={overview} waiting="Asking the server what there is.">
        {(known) => {
          choose(question, search.version, known());
          return (
            <section class={styles.question} aria-label="The question">
              <QuestionForm question={question} rulesets={known().rulesets} />
            </section>
          );
        }}
      </Answered>
      <Show when={question.answer()}>
        {(answer) => (
          <>
            <DecisionView decision={answer().decision} announce={question.announce} />
            <section class={styles.question} aria-labelledby="call-title">
              <h2 id="call-title">The same as an API call</h2>
              <CopyText label="API call" text={apiCall(window.location.origin, answer().asked)} />
            </section>
          </>
        )}
      </Show>
    </Screen>
  );
}
