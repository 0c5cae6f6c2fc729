import { partOfVocabulary } from '../vocabulary/place-of-line.ts';
import { controlAt, type Finding } from './spot.ts';
import { idOf, textOf, valueAt } from './value.ts';

export interface FindingPlace {
  /** The part of the draft in which it can be put right, below the draft. */
  readonly part: string;
  /** What follows the # of its address: the control that it is about, or what stands around it. */
  readonly control: string;
}

type Steps = readonly string[];

const stepsOf = (pointer: string): Steps =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Lists whose things have a screen each: where they stand, and where they are edited. */
const listed: readonly { readonly list: Steps; readonly part: string }[] = [
  { list: ['criteria'], part: 'criteria' },
  { list: ['eligibility', 'routes'], part: 'routes' },
  { list: ['outcomes'], part: 'outcomes' },
  { list: ['payments'], part: 'payments' },
  { list: ['pots'], part: 'pots' },
  { list: ['grants'], part: 'grants' },
];

/** Where things without a screen each are edited. */
const whole: Readonly<Record<string, string>> = {
  criteria: 'identify',
  eligibility: 'identify',
  outcomes: 'outcomes',
  payments: 'payments',
  pots: 'payments',
  grants: 'payments',
  share: 'payments',
  parameters: 'parameters',
  facts: 'facts',
};

function ofRules(document: unknown, steps: Steps): string {
  const [first = '', name] = steps;
  if ((first === 'parameters' || first === 'facts') && name !== undefined) return `${first}/${name}`;
  const found = listed.find(({ list }) => list.every((step, at) => steps[at] === step));
  const at = found && steps[found.list.length];
  const id = found && idOf(valueAt(document, [...found.list, at ?? '']));
  if (found === undefined || at === undefined || !id) return whole[first] ?? 'about';
  const part = steps[2] === 'parts' ? textOf(valueAt(document, [...steps.slice(0, 4), 'id'])) : '';
  return part === '' ? `${found.part}/${id}` : `${found.part}/${id}/${part}`;
}

function ofCases(cases: unknown, [first, at]: Steps): string {
  const id = first === 'cases' && at !== undefined ? idOf(valueAt(cases, ['cases', at])) : '';
  if (id !== '') return `cases/${id}`;
  return first === 'families' ? 'json/cases' : 'cases';
}

/** Where a finding about a draft of a kind can be put right. */
export function placeOfFinding(
  { kind, document, cases }: { readonly kind: string; readonly document: unknown; readonly cases: unknown },
  { file, pointer, line }: Pick<Finding, 'file' | 'pointer' | 'line'>,
): FindingPlace {
  const control = controlAt(file, pointer);
  const json = file === 'cases' ? 'json/cases' : 'json';
  if (line !== undefined || kind === 'unit-costs' || kind === 'programme') return { part: json, control };
  if (kind === 'calendar') return { part: 'terms', control };
  const steps = stepsOf(pointer);
  if (kind === 'vocabulary') return { part: partOfVocabulary(steps), control };
  return { part: file === 'cases' ? ofCases(cases, steps) : ofRules(document, steps), control };
}

/** The controls that an address may lead to: the one it names, then those of what stands around it. */
export function controlsAround(control: string): readonly string[] {
  const [, head = '', pointer = ''] = /^(at:(?:cases:)?)(.*)$/.exec(control) ?? [];
  if (head === '') return [];
  const steps = pointer.split('/');
  return steps
    .map((_, at) => head + steps.slice(0, steps.length - at).join('/'))
    .filter((one) => one !== head);
}
