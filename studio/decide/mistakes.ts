import type { Problem } from '../api.ts';
import type { Mistake } from '../ui/error-summary.tsx';
import { lineAt, type Span, spanOfLine, spanOfPointer } from './place-in-text.ts';

export type Control = 'version' | 'as-of' | 'family';

/** A mistake in the question, and what to select in the family’s text. */
export interface QuestionMistake extends Mistake {
  readonly control: Control;
  readonly span?: Span;
}

type Finding = NonNullable<Problem['findings']>[number];

function controlOf(pointer: string): Control {
  if (pointer.startsWith('/asOf')) return 'as-of';
  return pointer.startsWith('/ruleset') ? 'version' : 'family';
}

/** A finding about the family’s text, whose pointer begins at the family. */
export function familyMistake(text: string, finding: Finding): QuestionMistake {
  const { line, column, message, pointer, suggestion } = finding;
  const span = line === undefined ? spanOfPointer(text, pointer) : spanOfLine(text, line, column);
  const at = pointer === '' ? '' : `, \`${pointer}\``;
  const place = `(line ${lineAt(text, span.start)}${at})`;
  return { control: 'family', message, suggestion, place, span };
}

function ofFinding(text: string, finding: Finding): QuestionMistake {
  const control = controlOf(finding.pointer);
  if (control !== 'family') return { control, message: finding.message, suggestion: finding.suggestion };
  return familyMistake(text, { ...finding, pointer: finding.pointer.replace(/^\/family/, '') });
}

const controls: Readonly<Record<string, Control>> = {
  'ruleset-not-found': 'version',
  'version-not-found': 'version',
  'nothing-in-force': 'version',
};

/** What the server says is wrong, each at the control that can put it right. */
export function mistakesOf(problem: Problem, text: string): QuestionMistake[] {
  if (problem.findings !== undefined && problem.findings.length > 0) {
    return problem.findings.map((finding) => ofFinding(text, finding));
  }
  const control = controls[problem.type.split('/').at(-1) ?? ''] ?? 'family';
  const place = problem.requestId === '' ? undefined : `(request ${problem.requestId})`;
  return [
    { control, message: problem.detail ?? problem.title, place: problem.status >= 500 ? place : undefined },
  ];
}
