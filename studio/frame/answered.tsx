import { type JSX, Match, Switch } from 'solid-js';
import type { Problem } from '../api.ts';
import { Trouble } from './trouble.tsx';

interface AnsweredProps<Value> {
  readonly answer: {
    readonly value: () => Value | undefined;
    readonly problem: () => Problem | undefined;
    readonly again: () => void;
  };
  /** What is said while the server has not answered. */
  readonly waiting: string;
  readonly ruleset?: string | undefined;
  readonly children: (value: () => NonNullable<Value>) => JSX.Element;
}

/** What the server said; until then that it is asked, and where it said no, why and what to do. */
export function Answered<Value>(props: AnsweredProps<Value>) {
  return (
    <Switch fallback={<p role="status">{props.waiting}</p>}>
      <Match when={props.answer.problem()}>
        {(problem) => <Trouble problem={problem()} onAgain={props.answer.again} ruleset={props.ruleset} />}
      </Match>
      <Match when={props.answer.value()}>{(value) => props.children(value)}</Match>
    </Switch>
  );
}
