import { linesIn, placesIn } from '../../decide/place-in-text.ts';
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

/** Where each finding stands in a text: at the value it names, or the nearest around it that is there. */
export function marksOf(text: string, findings: readonly Finding[]): readonly Mark[] {
  const placeOf = placesIn(text);
  const { lineAt, restOf } = linesIn(text);
  /** What is wrong with the whole is shown at its beginning. */
  const spanOf = (pointer: string) => {
    const whole = placeOf('');
    const { start, end } = placeOf(pointer);
    return end === whole.end ? { start, end: Math.min(start + 1, text.length) } : { start, end };
  };
  return findings.map((finding) => {
    const { line, column, pointer, severity } = finding;
    const span = line === undefined ? spanOf(pointer) : restOf(line, column);
    const from = Math.min(span.start, text.length);
    const to = Math.min(Math.max(span.end, from), text.length);
    return { from, to, line: lineAt(from), severity, message: saidOf(finding), pointer };
  });
}
