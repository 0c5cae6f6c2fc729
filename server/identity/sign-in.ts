import { eq } from 'drizzle-orm';
import { err, ok, type Result } from '../../engine/index.ts';
import { attempt } from '../store/attempt.ts';
import { canonical } from '../canonical.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { takeLink, voidLinks } from './link.ts';
import { hashPassword, passwordFault, passwordFits } from './password.ts';
import { emailOf } from './people.ts';
import { administersAll } from './person.ts';
import { actorOf, NATIONAL, writerOf, type Principal } from './principal.ts';
import { beginSession, endSessions } from './session.ts';

type PersonRow = Row<'person'>;

/** Where a person comes to be signed in: the token their session is to be known by. */
export interface Begun {
  readonly token: string;
}

export interface Chosen {
  readonly password: string;
}

/** Why a link did not do what it is for. */
export type LinkFault =
  | { readonly name: 'link-not-good'; readonly detail: string }
  | { readonly name: 'body-invalid'; readonly detail: string };

const writerFor = ({ id, authority }: Pick<PersonRow, 'id' | 'authority'>) => ({
  actor: actorOf({ kind: 'person', id }),
  authority,
});

async function personIn({ q, tables: { person } }: Pick<Tx, 'q' | 'tables'>, id: string) {
  const [found] = await q.select().from(person).where(eq(person.id, id));
  return found;
}

/** Begins a session for whoever knows the password; undefined for all others, after as long. */
export async function signIn(
  store: Store,
  found: PersonRow | undefined,
  { password, token }: Chosen & Begun,
): Promise<PersonRow | undefined> {
  const fits = await passwordFits(found?.passwordHash, password);
  if (found === undefined || !fits) return undefined;
  const begun = await attempt(store, writerFor(found), async (tx) => {
    const now = await personIn(tx, found.id);
    // because they may have been disabled, or have chosen another password, while this one was looked at
    if (now?.passwordHash !== found.passwordHash || now.disabledAt !== null) return err('refused');
    tx.record({ action: 'signed-in', subject: now.id });
    await beginSession(tx, now.id, token);
    return ok(now);
  });
  return begun.ok ? begun.value : undefined;
}

/** Puts another password in place of the one that fits; every other session of the person ends. */
export async function changePassword(
  store: Store,
  by: Principal,
  { hash, session }: { readonly hash: string; readonly session: string },
): Promise<void> {
  await store.write(writerOf(by), async (tx) => {
    tx.record({ action: 'password-changed', subject: by.id });
    await tx.update('person', by.id, { passwordHash: hash });
    await endSessions(tx, by.id, session);
    await voidLinks(tx, 'password', by.id);
  });
}

const spent = (detail: string): LinkFault => ({ name: 'link-not-good', detail });

/** The person of a password link that is still good; nothing is used up by looking. */
async function personOfLink(store: Store, id: string): Promise<PersonRow | undefined> {
  const { link, person } = store.tables;
  const [found] = await store.read((q) =>
    q.select({ person }).from(link).innerJoin(person, eq(person.id, link.person)).where(eq(link.id, id)),
  );
  return found?.person;
}

/** Lets whoever holds a link choose a password; every session of the person ends, and a new one begins. */
export async function choosePassword(
  store: Store,
  {
    link,
    password,
    token,
  }: Chosen & Begun & { readonly link: { readonly id: string; readonly token: string } },
): Promise<Result<PersonRow, LinkFault>> {
  const holder = await personOfLink(store, link.id);
  if (holder === undefined) return err(spent('it is not one of this server’s'));
  const fault = passwordFault(password, holder);
  if (fault !== undefined) return err({ name: 'body-invalid', detail: fault });
  const passwordHash = await hashPassword(password);
  return attempt(store, writerFor(holder), async (tx) => {
    const taken = await takeLink(tx, 'password', link.token);
    if (!taken.ok) return err(spent(taken.error));
    const now = await personIn(tx, holder.id);
    if (now?.disabledAt !== null) return err(spent('its person was disabled'));
    tx.record({ action: 'password-chosen', subject: holder.id });
    await endSessions(tx, holder.id);
    const chosen = await tx.update('person', holder.id, { passwordHash });
    await beginSession(tx, holder.id, token);
    return ok(chosen);
  });
}

/** Makes the first administrator, of the whole server, for whoever holds the link that was printed at start. */
export async function setUp(
  store: Store,
  first: Chosen &
    Begun & { readonly id: string; readonly name: string; readonly email: string; readonly link: string },
): Promise<Result<PersonRow, LinkFault>> {
  const { id, name, password } = first;
  const email = emailOf(first.email);
  const fault = passwordFault(password, { name, email });
  if (fault !== undefined) return err({ name: 'body-invalid', detail: fault });
  const person = { id, name, email, authority: NATIONAL, roles: canonical(['administrator']) };
  const passwordHash = await hashPassword(password);
  return attempt(store, writerFor(person), async (tx) => {
    const taken = await takeLink(tx, 'set-up', first.link);
    if (!taken.ok) return err(spent(taken.error));
    if ((await tx.q.select().from(tx.tables.person)).some(administersAll))
      return err(spent('there is an administrator already'));
    tx.record({ action: 'first-administrator-made', subject: id });
    const made = await tx.insert('person', { ...person, passwordHash, createdAt: tx.at });
    await beginSession(tx, id, first.token);
    return ok(made);
  });
}
