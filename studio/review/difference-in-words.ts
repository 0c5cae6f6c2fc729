import type { CaseVerdicts } from '../draft/checking.ts';
import { pounds } from '../money-in-words.ts';

/** What is said of how a case went; by the server as by the page. */
export type CaseTold = Pick<CaseVerdicts, 'id' | 'name' | 'passed'> & {
  readonly differences: readonly Difference[];
  readonly findings: readonly { readonly message: string; readonly pointer: string }[];
};

/** One thing that a case expects and that is not decided. */
export interface Difference {
  readonly path: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

const verdictWords: Readonly<Record<string, string>> = {
  met: 'Met',
  'not-met': 'Not met',
  unknown: 'Not known',
  'not-applicable': 'Does not apply',
};

const subjects: Readonly<Record<string, string>> = {
  criteria: 'criterion',
  routes: 'route',
  outcomes: 'outcome',
  parts: 'part of an outcome',
  payments: 'payment',
  nodes: 'part of a rule',
  reasons: 'reasons of',
};

const wholes: Readonly<Record<string, string>> = {
  eligibility: 'eligibility',
  route: 'the route named',
  totalDuePence: 'the total due',
  totalPossiblePence: 'the most that could be due',
  missing: 'what is missing',
  verdict: 'verdict',
  duePence: 'amount due',
  possiblePence: 'most that could be due',
  alreadyClaimedPence: 'amount claimed already',
};

export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What a difference is of, with its id in backticks. */
export function subjectInWords({ path }: Difference): string {
  const [head = '', id, key] = stepsOf(path);
  const subject = subjects[head];
  if (subject === undefined || id === undefined) return wholes[head] ?? head;
  return key === undefined ? `${subject} \`${id}\`` : `${subject} \`${id}\`, ${wholes[key] ?? key}`;
}

/** A verdict, an amount or a list of a case, in words. */
export function valueInWords({ path }: Difference, value: unknown): string {
  if (value === null || value === undefined) return path === '/route' ? 'none' : 'nothing of that name';
  if (typeof value === 'number') return path.endsWith('Pence') ? pounds(value) : String(value);
  if (typeof value === 'string') return verdictWords[value] ?? value;
  if (Array.isArray(value)) {
    const all = value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
    return all.length === 0 ? 'nothing' : all.join(', ');
  }
  return JSON.stringify(value);
}
