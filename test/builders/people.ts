import { rolePermissions, type Role } from '../../server/identity/permissions.ts';
import { NATIONAL, type Principal } from '../../server/identity/principal.ts';
import { digestOf } from '../../server/key.ts';
import { authorised, key } from './http.ts';

/** Somebody of a role, who belongs to no authority unless one is named. */
function person(role: Role, id: string, authority: string): Principal {
  return { kind: 'person', id, name: id, authority, permissions: new Set(rolePermissions[role]) };
}

const people = {
  lead: person('policy-lead', 'lead', NATIONAL),
  colleague: person('policy-lead', 'colleague', NATIONAL),
  approver: person('approver', 'approver', NATIONAL),
  second: person('approver', 'second', NATIONAL),
  releaser: person('releaser', 'releaser', NATIONAL),
  harrow: person('policy-lead', 'harrow', 'Harrow'),
} as const satisfies Record<string, Principal>;
export type Somebody = keyof typeof people;

const keyOf = (who: string) => `key-of-${who}-0000000`;

/** Keys of all of them, beside the one of the tests that is nobody's. */
export const withPeople = {
  open: false,
  digests: [key, ...Object.keys(people).map(keyOf)].map(digestOf),
  holder: (given: string) => Object.values(people).find(({ id }) => keyOf(id) === given),
} as const;

/** The headers with which somebody asks. */
export function as(who: Somebody | 'nobody'): Record<string, string> {
  const own = who === 'nobody' ? authorised : { authorization: `Bearer ${keyOf(who)}` };
  return { ...own, 'content-type': 'application/json' };
}
