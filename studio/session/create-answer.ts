import { createResource, untrack } from 'solid-js';
import { type Answer, type Problem, unreachable } from '../api.ts';
import { useSession } from './session.ts';

/** What was said, and to which question. */
interface Told<Value> {
  readonly about: string;
  readonly answer: Answer<Value>;
}

/** Nothing on the screen moves where the same is said again. */
function sameAs<Value>(one: Answer<Value>, other: Answer<Value>): boolean {
  if (!one.ok || !other.ok) return false;
  return one.value === other.value || JSON.stringify(one.value) === JSON.stringify(other.value);
}

/**
 * What the server says to one question, asked again whenever the key changes or the question does. Whoever comes back to a
 * screen sees at once what was said there, while it is asked again. Nothing is suspended: a screen says by itself that
 * it waits. A question that is undefined waits. `name` tells this kind of question from the others.
 */
export function createAnswer<Question extends object, Value>(
  name: string,
  question: () => Question | undefined,
  ask: (question: Question) => Promise<Answer<Value>>,
) {
  const session = useSession();
  const about = () => `${name} ${JSON.stringify(question())}`;
  // What was said is kept by name, and of one name all answers are of one kind.
  const heldOf = (key: string) => session.answers().get(key) as Told<Value> | undefined;
  const asked = () => {
    const wanted = question();
    return wanted && { wanted, key: session.key() };
  };
  const tell = async (wanted: Question): Promise<Told<Value>> => {
    const key = `${name} ${JSON.stringify(wanted)}`;
    const answer = await ask(wanted).catch((): Answer<Value> => ({ ok: false, problem: unreachable }));
    const held = heldOf(key);
    if (held !== undefined && sameAs(held.answer, answer)) return held;
    const told = { about: key, answer };
    if (answer.ok) session.answers().set(key, told);
    return told;
  };
  const before = untrack(() => heldOf(about()));
  const [answers, { refetch }] = createResource(
    asked,
    ({ wanted }) => tell(wanted),
    before === undefined ? {} : { initialValue: before },
  );
  /** Of the question that now stands: an answer to another is none. */
  const told = (): Answer<Value> | undefined => {
    const latest = answers.state === 'ready' || answers.state === 'refreshing' ? answers.latest : undefined;
    return latest !== undefined && latest.about === about() ? latest.answer : undefined;
  };
  const value = (): Value | undefined => {
    const one = told();
    return one?.ok ? one.value : undefined;
  };
  const problem = (): Problem | undefined => {
    const one = told();
    return one === undefined || one.ok ? undefined : one.problem;
  };
  return { value, problem, again: () => void refetch() };
}
