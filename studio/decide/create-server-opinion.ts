import { createSignal } from 'solid-js';
import { type Client, type Decision, type Problem, unreachable } from '../api.ts';
import { changesBetween } from '../engine.ts';
import { isObject } from '../family/family-document.ts';
import type { Asked } from './asked.ts';
import type { ServerQuestion } from './api-call.ts';
import type { Answered } from './create-teller.ts';
import type { Trial } from './create-trial.ts';
import { placesOf } from './news.ts';

type Decided = Extract<Answered, { readonly kind: 'decided' }>;

/** What the server decided, and what this page says otherwise; nothing where both say the same. */
export type Opinion =
  | { readonly kind: 'decided'; readonly decision: Decision; readonly differences: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** The same question as the page asks itself; nothing where the family cannot be read as JSON. */
export function serverQuestion(trial: Trial): ServerQuestion | undefined {
  const [asked, version] = [trial.decided.asked(), trial.reading.value()];
  if (asked === undefined || version === undefined) return undefined;
  const family: unknown = trial.family.document() ?? JSON.parse(asked.family);
  if (!isObject(family)) return undefined;
  const { asOf, restateAttachment } = asked;
  const restated = restateAttachment === undefined ? {} : { restateAttachment };
  const { id, version: number } = version.held;
  if (number === undefined) return undefined;
  return { ruleset: { id, version: number }, asOf, ...restated, family };
}

async function ask(client: Client, question: ServerQuestion): Promise<Decision | Problem> {
  try {
    const response = await client.evaluations.$post({
      json: { ...question, ruleset: { ...question.ruleset }, family: { ...question.family }, trace: 'full' },
    });
    return await response.json();
  } catch {
    return unreachable;
  }
}

const isDecision = (told: Decision | Problem): told is Decision => 'eligibility' in told;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether both judged every place alike. */
function sameTrace(decided: Trial['decided'], calendar: unknown, { trace }: Decision): boolean {
  const theirs = Object.entries(placesOf(trace));
  const ours = [...decided.heard.values()].filter((nodes) => nodes !== '[]');
  return (
    same(calendar, trace?.calendar) &&
    ours.length === theirs.length &&
    theirs.every(([place, nodes]) => JSON.stringify(nodes) === decided.heard.get(place))
  );
}

/** Everything that two decisions say differently, by place: verdicts and amounts, then each place of the rules and what is missing. */
function differencesOf(decided: Trial['decided'], answer: Decided, server: Decision): readonly string[] {
  const { judgement, calendar } = answer;
  return [
    ...changesBetween(judgement, server).map(({ path }) => path),
    ...(sameTrace(decided, calendar, server) ? [] : ['/trace']),
    ...(same(judgement.missing, server.missing) ? [] : ['/missing']),
  ];
}

/** The server’s own decision of the question that stands, with its id, asked for by a button. */
export function createServerOpinion(trial: Trial, client: Client) {
  const [told, setTold] = createSignal<{ readonly asked: Asked; readonly opinion: Opinion }>();
  const [busy, setBusy] = createSignal(false);
  const askServer = async () => {
    const [asked, answer] = [trial.decided.asked(), trial.decided.answer()];
    const question = serverQuestion(trial);
    if (busy() || asked === undefined || question === undefined || answer?.kind !== 'decided') return;
    setBusy(true);
    const said = await ask(client, question);
    setBusy(false);
    const opinion: Opinion = isDecision(said)
      ? { kind: 'decided', decision: said, differences: differencesOf(trial.decided, answer, said) }
      : { kind: 'refused', problem: said };
    setTold({ asked, opinion });
  };
  /** Of the question that now stands. */
  const opinion = () => {
    const now = told();
    return now?.asked === trial.decided.asked() ? now?.opinion : undefined;
  };
  return { opinion, busy, askServer };
}
