/** Every act that the audit log has a name for, by what it is done to. */
const acts: Readonly<Record<string, readonly string[]>> = {
  'Kept decisions': ['decisions-kept', 'decisions-retained', 'family-erased', 'evidence-pack-made'],
  Drafts: [
    ...['draft-created', 'draft-saved', 'draft-stale-kept', 'draft-submitted', 'draft-approved'],
    ...['draft-sent-back', 'draft-released', 'draft-discarded'],
  ],
  Versions: [
    ...['version-released', 'version-withdrawn'],
    ...['rulesets-seeded', 'rulesets-found', 'superseded-seeded'],
  ],
  Cohorts: [
    ...['cohort-begun', 'cohort-whole', 'cohort-rows-mended', 'cohort-changed-meanwhile'],
    ...['cohort-cancelled', 'cohort-purged'],
    ...['job-asked', 'job-progressed', 'job-finished', 'job-cancelled', 'job-failed', 'job-left'],
  ],
  Claims: [
    ...['claim-window-set', 'claim-run-begun', 'claims-proposed', 'claim-run-proposed', 'claim-sample-drawn'],
    ...['claim-events-recorded', 'claim-run-submitted', 'claim-run-withdrawn', 'claim-found-apart'],
  ],
  People: [
    ...['signed-in', 'session-ended', 'sessions-ended', 'person-added', 'person-changed', 'person-disabled'],
    ...['person-enabled', 'password-link-made', 'password-chosen', 'password-changed', 'set-up-link-made'],
    'first-administrator-made',
  ],
  Keys: ['key-made', 'key-revoked'],
  'Refusals and the store': ['request-refused', 'store-restored'],
};

/** `draft-sent-back` as Draft sent back. */
export function actionInWords(action: string): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Acts in groups, as a select has them. */
export const actionGroups = Object.entries(acts).map(([title, actions]) => ({
  title,
  options: actions.map((value) => ({ value, text: actionInWords(value) })),
}));

/** Lists and parts without the marks of JSON. */
const valueInWords = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll(/[[\]{}"]/g, '')
    .replaceAll(',', ', ');

/** What an entry says besides, a phrase for each thing; nothing of a family stands in it. */
export function detailInWords(detail: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(detail).map(
    ([name, value]) =>
      `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}: ${valueInWords(value)}`,
  );
}
