import { and, eq, gt, isNull, notInArray } from 'drizzle-orm';
import type { Store } from '../store/store.ts';
import { after, instantOf, MARK_EVERY } from './times.ts';

/** A key or a session that is being used. */
export interface Used {
  readonly id: string;
  /** When it was last marked. */
  readonly markedAt: string | null;
}

/** Marks when something was last used, at most once a minute. */
export async function markUse(store: Store, { id, markedAt }: Used, now: string): Promise<void> {
  if (markedAt !== null && after(markedAt, MARK_EVERY) > now) return;
  await store.mark(async ({ insert, tables }) => {
    const { use } = tables;
    await insert(use)
      .values({ id, at: now })
      .onConflictDoUpdate({ target: use.id, set: { at: now } });
  });
}

/** Removes the mark of a session that has ended. */
export async function forgetUse(store: Pick<Store, 'mark'>, id: string): Promise<void> {
  await store.mark(async (marks) => {
    const { use } = marks.tables;
    await marks.delete(use).where(eq(use.id, id));
  });
}

/** Removes the marks of sessions that are over, however they ended; when a key was last used stays known. */
export async function forgetUses(
  { mark, tables }: Pick<Store, 'mark' | 'tables'>,
  now: number,
): Promise<void> {
  const { use, session, apiKey } = tables;
  await mark(async ({ q, delete: remove }) => {
    const goesOn = and(isNull(session.endedAt), gt(session.expiresAt, instantOf(now)));
    const sessions = q.select({ id: session.id }).from(session).where(goesOn);
    const keys = q.select({ id: apiKey.id }).from(apiKey);
    await remove(use).where(and(notInArray(use.id, sessions), notInArray(use.id, keys)));
  });
}
