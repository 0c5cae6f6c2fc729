import type { Role } from '../api.ts';

/** What each role is called, and what it lets a person do. */
export const roles: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  reader: { label: 'Reader', hint: 'Reads the rules, drafts too.' },
  analyst: {
    label: 'Analyst',
    hint: 'Reads the rules, has families decided and compared, keeps cohorts and decisions, proposes claims and judges those of others’ runs; audits what is kept, with the families they are about and the audit log.',
  },
  'policy-lead': {
    label: 'Policy lead',
    hint: 'Reads the rules, has families decided, writes drafts and submits them.',
  },
  approver: {
    label: 'Approver',
    hint: 'Reads the rules, has families decided, approves a draft or sends it back.',
  },
  releaser: {
    label: 'Releaser',
    hint: 'Reads the rules, puts an approved version in force from a day, or withdraws it; submits claims, and writes down what became of them.',
  },
  administrator: {
    label: 'Administrator',
    hint: 'Manages people, sessions and keys; reads the audit log; has families decided; reads kept decisions, claims and families, and erases families. Writes and approves no rules.',
  },
};

export const roleBoxes = Object.entries(roles).map(([value, words]) => ({ value, ...words }));

/** Roles by name, as a person says them. */
export function rolesInWords(held: readonly Role[]): string {
  return held.length === 0 ? 'No role: may do nothing yet' : held.map((one) => roles[one].label).join(', ');
}

const isRole = (text: string): text is Role => Object.hasOwn(roles, text);
export const rolesAmong = (ticked: readonly string[]): Role[] => ticked.filter(isRole);
