/** What there is to be allowed. An address needs one of these; a role of a person or a scope of a key gives them. */
export const permissions = {
  decide: 'Have families decided and compared',
  'rulesets:read': 'Read rulesets, vocabularies and calendars, drafts too',
  'rulesets:draft': 'Write drafts and submit them',
  'rulesets:approve': 'Approve a submitted draft, or send it back',
  'rulesets:release': 'Put an approved version in force from a day, or withdraw it',
  'decisions:keep': 'Keep decisions and have kept ones decided again',
  'decisions:read': 'Read and query kept decisions',
  'cohorts:read': 'Read cohorts and what is wrong with their rows',
  'cohorts:keep': 'Upload cohorts, mend their rows and purge them',
  'families:read': 'Export what is kept of a family, and have evidence packs made',
  'families:erase': 'Erase what is kept of a family',
  'claims:read': 'Read claims, claim runs and what they come to',
  'claims:propose': 'Begin claim runs and propose claims, withdraw them, and find claims apart',
  'claims:audit': 'Draw the audit sample of a claim run and judge the claims of it',
  'claims:submit': 'Submit claim runs and write down what became of claims',
  'audit:read': 'Read and verify the audit log',
  'people:manage': 'Manage people, their roles, sessions and keys',
} as const;
export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions) as readonly Permission[];

/** What each role of a person gives. Several add up. An administrator hands keys to programs, which never get more. */
export const rolePermissions = {
  reader: ['rulesets:read'],
  analyst: [
    'rulesets:read',
    'decide',
    'decisions:keep',
    'decisions:read',
    'cohorts:read',
    'cohorts:keep',
    'families:read',
    'claims:read',
    'claims:propose',
    'claims:audit',
    'audit:read',
  ],
  'policy-lead': ['rulesets:read', 'decide', 'rulesets:draft', 'cohorts:read'],
  approver: ['rulesets:read', 'decide', 'rulesets:approve', 'cohorts:read'],
  releaser: ['rulesets:read', 'rulesets:release', 'claims:read', 'claims:submit'],
  administrator: [
    'rulesets:read',
    'decide',
    'decisions:keep',
    'decisions:read',
    'cohorts:read',
    'cohorts:keep',
    'families:read',
    'families:erase',
    'claims:read',
    'audit:read',
    'people:manage',
  ],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof rolePermissions;
export const roleNames = Object.keys(rolePermissions) as readonly Role[];
