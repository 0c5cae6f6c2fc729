import { mostFindings } from '../json-code.ts';
import { quote } from '../quote.ts';
import { diagnosticCodes, type DiagnosticCode } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What was perhaps meant, or how to find that out: only those findings that are listed are worth the search. */
type Suggestion = string | (() => string | undefined) | undefined;

interface Told {
  readonly message: string;
  readonly suggestion?: Suggestion;
}

/** A diagnostic whose suggestion may still have to be looked for. */
export interface Finding extends Omit<Diagnostic, 'suggestion'> {
  readonly suggestion: Suggestion;
}

/** A finding with the severity of its code. */
export function finding(code: DiagnosticCode, pointer: string, told: Told): Finding {
  const { severity } = diagnosticCodes[code];
  return { code, severity, pointer, message: told.message, suggestion: told.suggestion };
}

/** `a`, `b` or `c`, each in backticks. */
export function either(words: readonly string[]): string {
  const [last, ...before] = words.map(quote).reverse();
  if (last === undefined) return 'nothing';
  return before.length === 0 ? last : `${before.reverse().join(', ')} or ${last}`;
}

const position = /^\d+$/;

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Positions in lists as numbers, before keys. */
function compareSteps(left: string, right: string): number {
  const positions = [left, right].filter((one) => position.test(one)).length;
  if (positions === 2) return Number(left) - Number(right);
  if (positions === 0) return compareText(left, right);
  return position.test(left) ? -1 : 1;
}

function comparePointers(left: string, right: string): number {
  const leftSteps = left.split('/');
  const rightSteps = right.split('/');
  for (const [at, step] of leftSteps.entries()) {
    const other = rightSteps[at];
    if (other === undefined) return 1;
    const apart = compareSteps(step, other);
    if (apart !== 0) return apart;
  }
  return leftSteps.length - rightSteps.length;
}

function compare(left: Finding, right: Finding): number {
  if (left.severity !== right.severity) return left.severity === 'error' ? -1 : 1;
  return (
    comparePointers(left.pointer, right.pointer) ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message)
  );
}

function asDiagnostic({ suggestion: offered, ...rest }: Finding): Diagnostic {
  const suggestion = typeof offered === 'function' ? offered() : offered;
  return { ...rest, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** Errors before warnings, then by place (list positions as numbers); the same finding once, and no more than are read. */
export function inOrder(findings: readonly Finding[]): Diagnostic[] {
  const once = findings.toSorted(compare).filter((one, at, sorted) => {
    const before = sorted[at - 1];
    return before === undefined || compare(before, one) !== 0;
  });
  if (once.length <= mostFindings) return once.map(asDiagnostic);
  const message = `only the first ${mostFindings} findings are listed`;
  return [...once.slice(0, mostFindings), finding('too-many-findings', '', { message })].map(asDiagnostic);
}
