import type { Diagnostic } from '../../engine/index.ts';

/** A diagnostic and the file it is in: a path from the rulesets folder, with forward slashes. */
export interface Finding extends Diagnostic {
  readonly file: string;
}

export function inFile(file: string, diagnostics: readonly Diagnostic[]): Finding[] {
  return diagnostics.map((diagnostic) => ({ file, ...diagnostic }));
}

/** The diagnostics of one file among findings of several. */
export function diagnosticsIn(file: string, findings: readonly Finding[]): Diagnostic[] {
  return findings
    .filter((finding) => finding.file === file)
    .map(({ code, severity, pointer, message, suggestion, line, column }) => ({
      code,
      severity,
      pointer,
      message,
      suggestion,
      line,
      column,
    }));
}
