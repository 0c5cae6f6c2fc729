import type { Permission } from '../api.ts';

/** What each permission lets a program do. */
const scopes: Readonly<Record<Permission, { readonly label: string; readonly hint: string }>> = {
  decide: { label: 'Decide', hint: 'Has families decided and compared.' },
  'rulesets:read': { label: 'Read rules', hint: 'Reads rulesets, vocabularies and calendars, drafts too.' },
  'rulesets:draft': { label: 'Write drafts', hint: 'Writes drafts and submits them.' },
  'rulesets:approve': { label: 'Approve', hint: 'Approves a submitted draft, or sends it back.' },
  'rulesets:release': { label: 'Release', hint: 'Puts an approved version in force, or withdraws it.' },
  'decisions:keep': { label: 'Keep decisions', hint: 'Keeps decisions, and has kept ones decided again.' },
  'decisions:read': { label: 'Read decisions', hint: 'Reads and searches kept decisions.' },
  'cohorts:read': { label: 'Read cohorts', hint: 'Reads cohorts and what is wrong with their rows.' },
  'cohorts:keep': { label: 'Upload cohorts', hint: 'Uploads cohorts, mends their rows and purges them.' },
  'families:read': {
    label: 'Read families',
    hint: 'Exports what is kept of a family, and makes evidence packs.',
  },
  'families:erase': { label: 'Erase families', hint: 'Erases what is kept of a family.' },
  'claims:read': { label: 'Read claims', hint: 'Reads claims, claim runs and what they come to.' },
  'claims:propose': {
    label: 'Propose claims',
    hint: 'Begins claim runs, withdraws them, and finds claims apart.',
  },
  'claims:audit': { label: 'Audit claims', hint: 'Draws the sample of a claim run and judges its claims.' },
  'claims:submit': {
    label: 'Submit claims',
    hint: 'Submits claim runs, and writes down what became of claims.',
  },
  'audit:read': { label: 'Read the audit log', hint: 'Reads and verifies the audit log.' },
  'people:manage': { label: 'Manage people', hint: 'Manages people, their roles, sessions and keys.' },
};

const isScope = (text: string): text is Permission => Object.hasOwn(scopes, text);
export const scopesAmong = (ticked: readonly string[]): Permission[] => ticked.filter(isScope);

/** What somebody who may do this much can let a program do. */
export const scopeBoxes = (mine: readonly Permission[]) => mine.map((value) => ({ value, ...scopes[value] }));

export const scopesInWords = (held: readonly Permission[]) => held.map((one) => scopes[one].label).join(', ');
