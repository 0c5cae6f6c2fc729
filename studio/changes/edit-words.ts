import type { Edit } from '../api.ts';

export const editKinds: Readonly<Record<Edit['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Moved',
};

export const editSubjects: Readonly<Record<Edit['of'], string>> = {
  criterion: 'criterion',
  route: 'route',
  outcome: 'outcome',
  part: 'part of an outcome',
  condition: 'condition',
  payment: 'payment',
  pot: 'pot',
  grant: 'grant',
  share: 'share of families',
  parameter: 'figure or choice',
  fact: 'measure',
  source: 'source',
  ruleset: 'ruleset',
};
