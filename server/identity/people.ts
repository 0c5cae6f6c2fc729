import { asc, eq } from 'drizzle-orm';
import { err, ok, type Result } from '../../engine/index.ts';
import { attempt } from '../store/attempt.ts';
import { canonical } from '../canonical.ts';
import { isTaken } from '../store/fault.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Writer } from '../store/writer.ts';
import { makeLink, voidLinks } from './link.ts';
import type { Role } from './permissions.ts';
import { administersAll } from './person.ts';
import { NATIONAL, type Principal, writerOf } from './principal.ts';
import type { IdentityProblem } from './problems.ts';
import { endSessions } from './session.ts';

type PersonRow = Row<'person'>;
type Kept = Pick<Store, 'read' | 'tables'>;

/** What an administrator says of a person. */
export interface Described {
  readonly name: string;
  readonly email: string;
  readonly authority: string;
  readonly roles: readonly Role[];
}

type Optional<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
type Done = Result<PersonRow, Extract<IdentityProblem, 'email-taken' | 'last-administrator'>>;

/** In the one form in which an address is compared and kept. */
export function emailOf(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** Whether a principal's authority has charge of another's people and keys. */
export function hasCharge(
  { authority }: Pick<Principal, 'authority'>,
  of: { readonly authority: string },
): boolean {
  return authority === NATIONAL || authority === of.authority;
}

/** The people of an authority, or all, by name. */
export async function peopleOf(
  { read, tables: { person } }: Kept,
  principal: Principal,
): Promise<PersonRow[]> {
  const own = principal.authority === NATIONAL ? undefined : eq(person.authority, principal.authority);
  return read((q) => q.select().from(person).where(own).orderBy(asc(person.name), asc(person.id)));
}

export async function personById(
  { read, tables: { person } }: Kept,
  id: string,
): Promise<PersonRow | undefined> {
  const [found] = await read((q) => q.select().from(person).where(eq(person.id, id)));
  return found;
}

export async function personByEmail(
  { read, tables: { person } }: Kept,
  email: string,
): Promise<PersonRow | undefined> {
  const [found] = await read((q) =>
    q
      .select()
      .from(person)
      .where(eq(person.email, emailOf(email))),
  );
  return found;
}

/** The columns of what is described, and of nothing else. */
function columnsOf({ name, email, authority, roles }: Optional<Described>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email: emailOf(email) }),
    ...(authority === undefined ? {} : { authority }),
    ...(roles === undefined ? {} : { roles: canonical([...new Set(roles)]) }),
  };
}

/** What a row says in the audit log: never a name or an address, which belong to a person. */
const told = ({ authority, roles }: Pick<PersonRow, 'authority' | 'roles'>) => ({ authority, roles });

async function unlessTaken(work: Promise<Done>): Promise<Done> {
  try {
    return await work;
  } catch (error) {
    if (isTaken(error)) return err('email-taken');
    throw error;
  }
}

export function addPerson(
  store: Store,
  by: Principal,
  { id, name, email, authority, roles }: Described & { readonly id: string },
): Promise<Done> {
  const kept = { roles: canonical([...new Set(roles)]), email: emailOf(email) };
  const person = { id, name, authority, ...kept };
  return unlessTaken(
    store.write(writerOf(by), async (tx) => {
      tx.record({ action: 'person-added', subject: id, detail: told(person) });
      return ok(await tx.insert('person', { ...person, createdAt: tx.at }));
    }),
  );
}

async function rowIn({ q, tables: { person } }: Tx, id: string): Promise<PersonRow> {
  const [found] = await q.select().from(person).where(eq(person.id, id));
  if (found === undefined) throw new Error('invariant: people are never removed');
  return found;
}

/** Whether somebody can administer the whole server beside this person. */
async function othersAdminister({ q, tables: { person } }: Tx, id: string): Promise<boolean> {
  const national = await q.select().from(person).where(eq(person.authority, NATIONAL));
  return national.some((one) => one.id !== id && administersAll(one));
}

interface Change {
  readonly action: string;
  readonly id: string;
  readonly set: Partial<Omit<PersonRow, 'id'>>;
}

/** Changes a person, unless nobody could then administer the server. */
async function changed(tx: Tx, { action, id, set }: Change): Promise<Done> {
  const was = await rowIn(tx, id);
  const orphans = administersAll(was) && !administersAll({ ...was, ...set });
  if (orphans && !(await othersAdminister(tx, id))) return err('last-administrator');
  const detail =
    'roles' in set || 'authority' in set ? { was: told(was), now: told({ ...was, ...set }) } : {};
  tx.record({ action, subject: id, detail });
  return ok(Object.keys(set).length === 0 ? was : await tx.update('person', id, set));
}

/** Changes what is said of a person; the rest stays. */
export function changePerson(
  store: Store,
  by: Principal,
  { id, set }: { readonly id: string; readonly set: Optional<Described> },
): Promise<Done> {
  const change = { action: 'person-changed', id, set: columnsOf(set) };
  return unlessTaken(attempt(store, writerOf(by), (tx) => changed(tx, change)));
}

/** Keeps a person out: their sessions end, their links are void, and their keys are no longer good. */
export function disablePerson(store: Store, by: Principal, id: string): Promise<Done> {
  return attempt(store, writerOf(by), async (tx) => {
    const done = await changed(tx, { action: 'person-disabled', id, set: { disabledAt: tx.at } });
    if (!done.ok) return done;
    await endSessions(tx, id);
    await voidLinks(tx, 'password', id);
    return done;
  });
}

/** Lets a person in again, with the password they had. */
export function enablePerson(store: Store, by: Principal, id: string): Promise<PersonRow> {
  return store.write(writerOf(by), (tx) => {
    tx.record({ action: 'person-enabled', subject: id });
    return tx.update('person', id, { disabledAt: null });
  });
}

/** Makes a link with which a person chooses a password, known by `token`. */
export function linkPerson(store: Store, writer: Writer, { id, token }: { id: string; token: string }) {
  return store.write(writer, async (tx) => {
    tx.record({ action: 'password-link-made', subject: id });
    return makeLink(tx, { purpose: 'password', person: id }, token);
  });
}
