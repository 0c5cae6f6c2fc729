import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { lineAt, spanOfLine } from '../../decide/place-in-text.ts';
import { type Finding, saidOf } from '../spot.ts';

/** A finding in a text: from which character to which, and on which line. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly pointer: string;
}

const stepsOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Where each finding stands in a text: at the value it names, or the nearest around it that is there. */
export function marksOf(text: string, findings: readonly Finding[]): readonly Mark[] {
  const tree = parseTree(text);
  const spanOf = (pointer: string) => {
    for (let steps = stepsOf(pointer); steps.length > 0; steps = steps.slice(0, -1)) {
      const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const node = tree && (findNodeAtLocation(tree, path) ?? findNodeAtLocation(tree, steps));
      if (node !== undefined) return { start: node.offset, end: node.offset + node.length };
    }
    return { start: 0, end: Math.min(1, text.length) };
  };
  return findings.map((finding) => {
    const { line, column, pointer, severity } = finding;
    const span = line === undefined ? spanOf(pointer) : spanOfLine(text, line, column);
    const from = Math.min(span.start, text.length);
    const to = Math.min(Math.max(span.end, from), text.length);
    return { from, to, line: lineAt(text, from), severity, message: saidOf(finding), pointer };
  });
}
