import type { Diagnostic } from '../../engine/index.ts';

/** A diagnostic and the file it is in: a path from the rulesets folder, with forward slashes. */
export interface Finding extends Diagnostic {
  readonly file: string;
}

/** What can be wrong with files and folders, beside what the engine finds in the documents. Each is an error. */
export const libraryDiagnostics = {
  'folder-unreadable': 'the rulesets folder is not there, or may not be read',
  'file-unreadable': 'a file is not there, or may not be read',
  'not-utf-8': 'the bytes are not text in UTF-8',
  'unpaired-surrogate': 'half of a surrogate pair is no character, and has no canonical form',
  'number-too-large': 'a number is beyond what can be held, and has no canonical form',
  'misplaced-file': 'a document does not lie where its kind, its id and its version say',
  'duplicate-document': 'two files hold the same vocabulary, calendar or ruleset version',
  'no-ruleset-beside': 'there is no ruleset for a file of cases',
  'ruleset-invalid': 'the ruleset of a file of cases has errors of its own',
  'unknown-version': 'a release is of a version that is not there',
  'to-not-after-from': 'a release ends on or before the day it begins',
  'withdrawal-ends': 'a withdrawal of a version has an end',
  'unknown-source': 'a source refers to an entry that `sources` lacks',
  'unknown-vocabulary': 'a family names a vocabulary that is not there, or is not the ruleset’s',
  'vocabulary-unclear': 'a family names no vocabulary, and nothing else says which it is written in',
  'other-name': 'the document of a draft names itself otherwise than the draft',
  'cases-missing': 'a ruleset that is submitted has no cases',
  'kind-unclear': 'no key of a document says what kind it is',
} as const;
export type LibraryCode = keyof typeof libraryDiagnostics;

interface Told {
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** One error; the pointer is empty where the whole of a document is meant. */
export function found(code: LibraryCode, pointer: string, { message, suggestion }: Told): Diagnostic {
  return { code, severity: 'error', pointer, message, ...(suggestion === undefined ? {} : { suggestion }) };
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
