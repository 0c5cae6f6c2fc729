import { stepsOf, valueInWords } from '../review/difference-in-words.ts';

/** One thing that is decided otherwise, in words. */
export interface ChangedInWords {
  /** Of the decision, with ids in place of positions. */
  readonly path: string;
  readonly what: string;
  readonly was: string;
  readonly now: string;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

/** What names the parts of a decision: a judgement, or a ruleset. */
interface Labelled {
  readonly criteria: readonly Named[];
  readonly eligibility: { readonly routes: readonly Named[] };
  readonly outcomes: readonly (Named & { readonly parts?: readonly Named[] | undefined })[];
  readonly payments: readonly Named[];
}

const amounts: Readonly<Record<string, string>> = {
  ratePence: 'the rate',
  duePence: 'due now',
  possiblePence: 'the most that could be due',
};

const wholes: Readonly<Record<string, string>> = {
  '/eligibility/verdict': 'Eligibility',
  '/eligibility/route': 'The route',
  '/totalDuePence': 'Due in all',
  '/totalPossiblePence': 'The most that could be due in all',
};

function labelIn(lists: readonly (readonly Named[])[], id: string | undefined): string {
  const found = lists.flat().find((one) => one.id === id);
  return `“${found?.label ?? id ?? ''}”`;
}

/** What a change is of, by the labels of whichever has it. */
function subjectOf(path: string, labelled: readonly Labelled[]): string {
  const whole = wholes[path];
  if (whole !== undefined) return whole;
  const [of, id, key, part] = stepsOf(path);
  const outcomes = labelled.map((one) => one.outcomes);
  if (of === 'eligibility')
    return `Route ${labelIn(
      labelled.map((one) => one.eligibility.routes),
      key,
    )}`;
  if (of === 'criteria')
    return `Criterion ${labelIn(
      labelled.map((one) => one.criteria),
      id,
    )}`;
  if (of === 'outcomes') {
    const outcome = `outcome ${labelIn(outcomes, id)}`;
    if (key !== 'parts') return `O${outcome.slice(1)}`;
    const parts = outcomes.flatMap((list) =>
      list.filter((one) => one.id === id).map((one) => one.parts ?? []),
    );
    return `Part ${labelIn(parts, part)} of ${outcome}`;
  }
  const payment = `Payment ${labelIn(
    labelled.map((one) => one.payments),
    id,
  )}`;
  const amount = key === undefined ? undefined : amounts[key];
  return amount === undefined ? payment : `${payment}, ${amount}`;
}

type Said = string | number | null;

function said(path: string, value: Said, labelled: readonly Labelled[]): string {
  if (path === '/eligibility/route') {
    if (value === null) return 'None';
    return labelIn(
      labelled.map((one) => one.eligibility.routes),
      String(value),
    );
  }
  if (value === null) return path.endsWith('Pence') ? 'None' : 'Not there';
  return valueInWords({ path }, value);
}

/** What two judgements say differently, in words: by the labels of both, or of the rules they were made by. */
export function changedInWords(
  changes: readonly { readonly path: string; readonly from: Said; readonly to: Said }[],
  labelled: readonly Labelled[],
): readonly ChangedInWords[] {
  return changes.map(({ path, from, to }) => ({
    path,
    what: subjectOf(path, labelled),
    was: said(path, from, labelled),
    now: said(path, to, labelled),
  }));
}
