import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { err, ok, type Result } from '../../engine/index.ts';
import { sha256 } from '../canonical.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { permissionNames } from './permissions.ts';
import { permissionsOf, principalOf } from './person.ts';
import { NATIONAL, type Principal } from './principal.ts';
import type { IdentityProblem } from './problems.ts';
import { sessionOver } from './session.ts';
import type { Used } from './use.ts';

/** Who asks, and by what they are known. */
export interface Identified {
  readonly principal: Principal;
  /** Nothing to mark where the key is the environment's. */
  readonly used?: Used;
}

type Answer = Promise<Result<Identified, IdentityProblem>>;
type Kept = Pick<Store, 'read' | 'tables'>;

export const permission = z.enum(permissionNames);
const scopeList = z.array(permission);

export function scopesOf({ scopes }: Pick<Row<'apiKey'>, 'scopes'>) {
  return scopeList.parse(JSON.parse(scopes));
}

/** What a key may do: never more than its maker may now. The command line's keys have no maker. */
function allowed(key: Row<'apiKey'>, maker: Row<'person'> | null) {
  const scopes = scopesOf(key);
  if (key.createdBy === null) return new Set(scopes);
  const most = maker === null ? new Set() : permissionsOf(maker);
  return new Set(scopes.filter((scope) => most.has(scope)));
}

/** Whether a key's maker may no longer stand for it: they were disabled, or moved to another authority. */
function orphaned(key: Row<'apiKey'>, maker: Row<'person'> | null): boolean {
  if (key.createdBy === null) return false;
  if (maker === null || maker.disabledAt !== null) return true;
  return maker.authority !== NATIONAL && maker.authority !== key.authority;
}

/** As what a key is refused at this instant; undefined while it is good. It has expired at its last instant. */
export function keyOver(
  key: Row<'apiKey'>,
  maker: Row<'person'> | null,
  now: string,
): 'key-revoked' | 'key-expired' | undefined {
  if (key.revokedAt !== null || orphaned(key, maker)) return 'key-revoked';
  return key.expiresAt !== null && key.expiresAt <= now ? 'key-expired' : undefined;
}

/** Whose key this is, if it is one and good at this instant. */
export async function identifyKey({ read, tables }: Kept, token: string, now: string): Answer {
  const { apiKey, person, use } = tables;
  const [found] = await read((q) =>
    q
      .select({ key: apiKey, maker: person, markedAt: use.at })
      .from(apiKey)
      .leftJoin(person, eq(person.id, apiKey.createdBy))
      .leftJoin(use, eq(use.id, apiKey.id))
      .where(eq(apiKey.digest, sha256(token))),
  );
  if (found === undefined) return err('key-wrong');
  const { key, maker, markedAt } = found;
  const over = keyOver(key, maker, now);
  if (over !== undefined) return err(over);
  const { id, name, authority } = key;
  const principal: Principal = { kind: 'key', id, name, authority, permissions: allowed(key, maker) };
  return ok({ principal, used: { id, markedAt } });
}

/** Whose session this is, if it goes on at this instant. */
export async function identifySession({ read, tables }: Kept, token: string, now: string): Answer {
  const { session, person, use } = tables;
  const [found] = await read((q) =>
    q
      .select({ session, person, markedAt: use.at })
      .from(session)
      .innerJoin(person, eq(person.id, session.person))
      .leftJoin(use, eq(use.id, session.id))
      .where(eq(session.id, sha256(token))),
  );
  if (found === undefined) return err('session-wrong');
  const over = sessionOver(found.session, found.markedAt, now);
  if (over !== undefined) return err(over);
  if (found.person.disabledAt !== null) return err('session-ended');
  const used = { id: found.session.id, markedAt: found.markedAt };
  return ok({ principal: principalOf(found.person), used });
}
