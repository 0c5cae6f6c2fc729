import type { Asked } from './create-question.ts';

/** The command that asks the server the same question; the key is left to the environment. */
export function apiCall(origin: string, asked: Asked): string {
  return [
    `curl ${origin}/api/v1/evaluations \\`,
    '  -H "Authorization: Bearer $THRESHOLD_KEY" \\',
    "  -H 'Content-Type: application/json' \\",
    "  --data-binary @- <<'QUESTION'",
    JSON.stringify(asked, null, 2),
    'QUESTION',
  ].join('\n');
}
