import { and, eq, isNull, lte } from 'drizzle-orm';
import { sha256 } from '../canonical.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { type Principal, writerOf } from './principal.ts';
import { after, SESSION_LASTS, SESSION_UNUSED } from './times.ts';
import { forgetUse } from './use.ts';

type SessionRow = Row<'session'>;

/** Why a session is over; undefined while it goes on. It is over at its last instant. */
export function sessionOver(
  { createdAt, expiresAt, endedAt }: SessionRow,
  lastUsed: string | null,
  now: string,
): 'session-ended' | 'session-expired' | undefined {
  if (endedAt !== null) return 'session-ended';
  if (expiresAt <= now) return 'session-expired';
  return after(lastUsed ?? createdAt, SESSION_UNUSED) <= now ? 'session-expired' : undefined;
}

/** Begins a session that is known by `token`, and forgets those of the same person that are over. */
export async function beginSession(tx: Tx, person: string, token: string): Promise<SessionRow> {
  const { session } = tx.tables;
  const past = await tx.q
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.person, person), lte(session.expiresAt, tx.at)));
  for (const { id } of past) await tx.remove('session', id);
  return tx.insert('session', {
    id: sha256(token),
    person,
    createdAt: tx.at,
    expiresAt: after(tx.at, SESSION_LASTS),
  });
}

/** Ends every session of a person but one. */
export async function endSessions(tx: Tx, person: string, but?: string): Promise<void> {
  const { session } = tx.tables;
  const going = await tx.q
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.person, person), isNull(session.endedAt)));
  for (const { id } of going) if (id !== but) await tx.update('session', id, { endedAt: tx.at });
}

/** Ends whatever sessions somebody has but the one they ask from; how many went on until then. */
export async function endOtherSessions(
  store: Pick<Store, 'read' | 'write' | 'mark' | 'tables'>,
  by: Principal,
  { session: own, now }: { readonly session: string; readonly now: string },
): Promise<number> {
  const others = (await sessionsOf(store, by.id, now)).filter(({ id }) => id !== own);
  if (others.length === 0) return 0;
  await store.write(writerOf(by), async (tx) => {
    tx.record({ action: 'sessions-ended', subject: by.id });
    await endSessions(tx, by.id, own);
  });
  for (const { id } of others) await forgetUse(store, id).catch(() => undefined);
  return others.length;
}

/** The sessions of a person that go on, the newest first, each with when it was last used. */
export async function sessionsOf(store: Pick<Store, 'read' | 'tables'>, person: string, now: string) {
  const { session, use } = store.tables;
  const rows = await store.read((q) =>
    q
      .select({ session, used: use.at })
      .from(session)
      .leftJoin(use, eq(use.id, session.id))
      .where(and(eq(session.person, person), isNull(session.endedAt))),
  );
  return rows
    .filter((row) => sessionOver(row.session, row.used, now) === undefined)
    .map((row) => ({ ...row.session, lastUsedAt: row.used ?? row.session.createdAt }))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Ends one session of a person; false where it is not there or has ended. */
export async function endOneSession(
  store: Pick<Store, 'read' | 'write' | 'mark' | 'tables'>,
  by: Principal,
  { person, session: id }: { readonly person: string; readonly session: string },
): Promise<boolean> {
  const { session } = store.tables;
  const theirs = and(eq(session.id, id), eq(session.person, person), isNull(session.endedAt));
  const [found] = await store.read((q) => q.select({ id: session.id }).from(session).where(theirs));
  if (found === undefined) return false;
  await store.write(writerOf(by), async (tx) => {
    tx.record({ action: 'session-ended', subject: person });
    await tx.update('session', id, { endedAt: tx.at });
  });
  // because the session has ended, whether its mark goes now or with what is tidied daily
  await forgetUse(store, id).catch(() => undefined);
  return true;
}
