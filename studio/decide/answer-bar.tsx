import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { groundsInWords, headline } from '../decision/in-words.ts';
import { Words } from '../ui/words.tsx';
import styles from './answer-bar.module.css';
import type { Mistake } from './asked.ts';
import type { Trial } from './create-trial.ts';

/** More are not listed: whoever has mended these sees the next. */
const mostListed = 20;

interface MistakeListProps {
  readonly mistakes: readonly Mistake[];
  readonly onFollow: (mistake: Mistake) => void;
}

function MistakeList(props: MistakeListProps) {
  const rest = () => props.mistakes.length - mostListed;
  return (
    <>
      <ul class={styles.mistakes}>
        <For each={props.mistakes.slice(0, mostListed)}>
          {(mistake) => (
            <li>
              <a
                href="#family"
                onClick={(event) => {
                  event.preventDefault();
                  props.onFollow(mistake);
                }}
              >
                <Words text={mistake.message} />
              </a>{' '}
              <Show when={mistake.suggestion}>
                {(suggestion) => (
                  <>
                    did you mean <code>{suggestion()}</code>?{' '}
                  </>
                )}
              </Show>
              <span>
                (line {mistake.line}
                <Show when={mistake.pointer}>
                  , <code>{mistake.pointer}</code>
                </Show>
                )
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <p>And {rest()} more.</p>
      </Show>
    </>
  );
}

/** Leads to what is missing, past whatever lies between. */
function MissingLink(props: { readonly count: number }) {
  return (
    <Show when={props.count > 0}>
      <p>
        <a
          href="#missing"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('missing')?.focus();
          }}
        >
          {props.count === 1 ? 'One thing is' : `${props.count} things are`} missing that could change it
        </a>
      </p>
    </Show>
  );
}

/** What is still to be given before anything can be decided. */
function lackingIn(trial: Trial): readonly string[] {
  return [
    ...(trial.named() ? [] : ['choose a version of the rules']),
    ...(trial.asOf() === undefined ? ['give the day, the month and the year it is asked about'] : []),
    ...(trial.family.text().trim() === '' ? ['give a family'] : []),
  ];
}

interface AnswerBarProps {
  readonly trial: Trial;
  readonly onFollow: (mistake: Mistake) => void;
}

/** The answer, always in sight: what is decided, or why nothing is. */
export function AnswerBar(props: AnswerBarProps) {
  const lacking = createMemo(() => lackingIn(props.trial));
  const mistakes = () => {
    const answer = props.trial.decided.answer();
    return answer?.kind === 'wrong' && props.trial.decided.current() ? answer.mistakes : undefined;
  };
  /** What is shown, where it was decided by the rules that are chosen. */
  const judged = () => {
    const { shown, answer } = props.trial.decided;
    const version = props.trial.reading.value();
    const sameRules = answer()?.asked.rules === props.trial.rules()?.key;
    return version && shown.judgement && sameRules
      ? { version, judgement: shown.judgement, family: shown.family }
      : undefined;
  };
  const told = () => {
    const wrong = mistakes();
    if (wrong !== undefined)
      return `Nothing can be decided: ${wrong.length === 1 ? 'one thing is' : `${wrong.length} things are`} wrong with the family.`;
    const it = judged();
    return it && headline(it.judgement, it.family);
  };
  return (
    <section class={styles.answer} data-wrong={mistakes() ? '' : undefined} aria-labelledby="answer-title">
      <Switch
        fallback={
          <h2 id="answer-title" class={styles.waiting}>
            Deciding
          </h2>
        }
      >
        <Match when={props.trial.decided.broken()}>
          <h2 id="answer-title">This page cannot decide</h2>
          <p role="alert">
            What decides in this page could not be loaded, or is at fault. Nothing that was typed is lost;
            load the page again, or ask the server.
          </p>
        </Match>
        <Match when={lacking().length > 0}>
          <h2 id="answer-title">Nothing is asked yet</h2>
          <ul class={styles.lacking}>
            <For each={lacking()}>
              {(one) => (
                <li>
                  <Words text={one} />
                </li>
              )}
            </For>
          </ul>
        </Match>
        <Match when={told()}>
          {(text) => (
            <>
              <h2 id="answer-title" tabindex="-1" aria-live="polite">
                {text()}
              </h2>
              <Show
                when={mistakes()}
                fallback={
                  <Show when={judged()}>
                    {(it) => (
                      <>
                        <p class={styles.grounds}>{groundsInWords(it().judgement, it().version)}</p>
                        <Show when={it().version.held.hash}>
                          {(hash) => (
                            <p class={styles.hash}>
                              Of the version: <code>{hash()}</code>
                            </p>
                          )}
                        </Show>
                        <MissingLink count={it().judgement.missing.length} />
                      </>
                    )}
                  </Show>
                }
              >
                {(wrong) => <MistakeList mistakes={wrong()} onFollow={props.onFollow} />}
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
