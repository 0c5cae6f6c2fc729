import { createSignal } from 'solid-js';
import { type Answer, type Client, type Strip, unreachable } from '../../api.ts';
import type { Asked } from '../../decide/asked.ts';
import { serverQuestion } from '../../decide/create-server-opinion.ts';
import type { Trial } from '../../decide/create-trial.ts';

type Question = NonNullable<ReturnType<typeof serverQuestion>>;

async function ask(client: Client, { ruleset, family, ...rest }: Question): Promise<Answer<Strip>> {
  try {
    const json = { ...rest, ruleset: ruleset.id, family: { ...family }, causes: true };
    const response = await client.strips.$post({ json });
    if (response.status === 200) return { ok: true, value: await response.json() };
    return { ok: false, problem: await response.json() };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** The family that is tried under every version of its ruleset, asked of the server by a button. */
export function createStrip(trial: Trial, client: Client) {
  const [told, setTold] = createSignal<{ readonly asked: Asked; readonly answer: Answer<Strip> }>();
  const [busy, setBusy] = createSignal(false);
  const [isHalf, setIsHalf] = createSignal(false);
  const askServer = async () => {
    const [asked, question] = [trial.decided.asked(), serverQuestion(trial)];
    setIsHalf(asked === undefined || question === undefined);
    if (busy() || asked === undefined || question === undefined) return;
    setBusy(true);
    const answer = await ask(client, question);
    setBusy(false);
    setTold({ asked, answer });
  };
  /** Of the question that now stands. */
  const now = () => {
    const [one, asked] = [told(), trial.decided.asked()];
    return one !== undefined && one.asked === asked ? one.answer : undefined;
  };
  const strip = () => {
    const answer = now();
    return answer?.ok ? answer.value : undefined;
  };
  const problem = () => {
    const answer = now();
    return answer === undefined || answer.ok ? undefined : answer.problem;
  };
  /** Whether it was asked before there was anything to ask. */
  const wanting = () => isHalf() && trial.decided.asked() === undefined;
  return { strip, problem, busy, wanting, askServer };
}
