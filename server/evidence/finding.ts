/** What each finding of a verification means. */
export const packFindings = {
  'format-unknown': 'the pack is of a number that this build does not know',
  'form-wrong': 'what stands here is not of the form that a pack has',
  'section-changed': 'the section is not the one that the manifest has the hash of',
  'section-missing': 'the manifest lists a section that is not here',
  'section-unlisted': 'the manifest does not list the section',
  'pack-changed': 'the hash of the pack is not that of its manifest',
  'other-pack': 'it is not the pack of the hash that was given',
  'page-changed': 'the page does not say what the pack does',
  'document-changed': 'the document does not have the hash that is said of it',
  'document-unsound': 'the document has an error',
  'document-misnamed': 'the document names itself otherwise',
  'family-missing': 'the family is not here, though the decision is said to have it',
  'other-family': 'the decision is of another family or authority than the pack is said to be',
  'decision-other': 'the id is not that of a decision that rests on this',
  'trace-changed': 'the trace does not have the digest that was kept',
  'decided-otherwise': 'decided again it is another decision than was kept',
  'replay-otherwise': 'deciding it again comes to something else than the pack says',
  'words-changed': 'decided again it reads otherwise',
  'entry-missing': 'the audit entry that wrote the decision is not here',
  'entry-changed': 'the audit entry is not the one that was written',
  'chain-broken': 'the audit entry does not follow the one before it',
  'record-unsealed': 'the record is not the one that the audit entry sealed',
} as const;
export type PackFindingCode = keyof typeof packFindings;

/** What could not be checked here, and is no sign of a change. */
export const packNotes = {
  'other-build':
    'the pack was made by another build: its words and its page are held against their hashes alone',
  'semantics-unsupported': 'it was decided under engine semantics that this build does not have',
} as const;

export interface PackFinding {
  readonly code: PackFindingCode;
  /** JSON Pointer into the pack. */
  readonly pointer: string;
  readonly message: string;
  readonly expected?: unknown;
  readonly found?: unknown;
  /** Of the page, from 1. */
  readonly line?: number;
}

export interface PackNote {
  readonly code: keyof typeof packNotes;
  readonly pointer: string;
  readonly message: string;
}

interface Compared {
  readonly expected?: unknown;
  readonly found?: unknown;
  readonly line?: number;
}

export function found(code: PackFindingCode, pointer: string, compared: Compared = {}): PackFinding {
  return { code, pointer, message: packFindings[code], ...compared };
}

/** A finding where two values are not the same; what is compared is text, a number or null. */
export function unlessSame(
  code: PackFindingCode,
  pointer: string,
  compared: { readonly expected: string | number | null; readonly found: string | number | null | undefined },
): PackFinding[] {
  return compared.expected === compared.found ? [] : [found(code, pointer, compared)];
}

export function noted(code: PackNote['code'], pointer: string): PackNote {
  return { code, pointer, message: packNotes[code] };
}
