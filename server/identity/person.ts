import * as z from 'zod';
import type { Row } from '../store/schema.ts';
import { type Permission, roleNames, rolePermissions } from './permissions.ts';
import { NATIONAL, type Principal } from './principal.ts';

type PersonRow = Row<'person'>;

export const role = z.enum(roleNames);
const roleList = z.array(role);

/** The roles of a person as they are kept. */
export function rolesOf({ roles }: Pick<PersonRow, 'roles'>) {
  return roleList.parse(JSON.parse(roles));
}

/** What a person may do now; nothing while they are disabled. */
export function permissionsOf(person: Pick<PersonRow, 'roles' | 'disabledAt'>): ReadonlySet<Permission> {
  if (person.disabledAt !== null) return new Set();
  return new Set(rolesOf(person).flatMap((one): readonly Permission[] => rolePermissions[one]));
}

/** A person as whoever asks. */
export function principalOf(person: PersonRow): Principal {
  const { id, name, authority } = person;
  return { kind: 'person', id, name, authority, permissions: permissionsOf(person) };
}

/** Whether this person can sign in and administer the whole server. */
export function administersAll(person: PersonRow): boolean {
  const { authority, passwordHash } = person;
  return authority === NATIONAL && passwordHash !== null && permissionsOf(person).has('people:manage');
}
