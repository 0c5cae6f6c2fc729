import type { FamilyDocument } from '../family/family-document.ts';

/** The question as the server is asked it. */
export interface ServerQuestion {
  readonly ruleset: { readonly id: string; readonly version: string };
  readonly asOf: string;
  readonly restateAttachment?: string | undefined;
  readonly family: FamilyDocument;
}

/** The command that asks the server the same question; the key is left to the environment. */
export function apiCall(origin: string, question: ServerQuestion): string {
  return [
    `curl ${origin}/api/v1/evaluations \\`,
    '  -H "Authorization: Bearer $THRESHOLD_KEY" \\',
    "  -H 'Content-Type: application/json' \\",
    "  --data-binary @- <<'QUESTION'",
    JSON.stringify(question, null, 2),
    'QUESTION',
  ].join('\n');
}
