import type { Row } from '../store/schema.ts';
import { scopesOf } from './identify.ts';
import { rolesOf } from './person.ts';
import type { Principal } from './principal.ts';

/** A person as the API shows them: nothing of their password. */
export function shownPerson(row: Row<'person'>) {
  const { id, name, email, authority, passwordHash, createdAt, disabledAt } = row;
  const passwordChosen = passwordHash !== null;
  return { id, name, email, authority, roles: rolesOf(row), passwordChosen, createdAt, disabledAt };
}

/** A key as the API shows it: nothing of the key itself. */
export function shownKey(row: Row<'apiKey'> & { readonly lastUsedAt: string | null }) {
  const { id, name, authority, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt } = row;
  return {
    id,
    name,
    authority,
    scopes: scopesOf(row),
    createdBy,
    createdAt,
    expiresAt,
    revokedAt,
    lastUsedAt,
  };
}

export function shownSession(
  row: Pick<Row<'session'>, 'id' | 'createdAt' | 'expiresAt'> & { readonly lastUsedAt: string },
  current: string | undefined,
) {
  const { id, createdAt, lastUsedAt, expiresAt } = row;
  return { id, createdAt, lastUsedAt, expiresAt, current: id === current };
}

export function shownAccount({ kind, id, name, authority, permissions }: Principal, person?: Row<'person'>) {
  const shown = { kind, id, name, authority, permissions: [...permissions].sort() };
  return person === undefined ? shown : { ...shown, person: shownPerson(person) };
}
