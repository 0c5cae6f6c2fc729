import type { Store } from '../store/store.ts';
import { after, MARK_EVERY } from './times.ts';

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
