import { and, eq } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Reads } from '../store/connection.ts';
import type { Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { ASKED, jobIn } from './find.ts';

/** Milliseconds after which a server that has said nothing is taken not to be there any more. */
export const LEASE = 60_000;
/** How often a job is taken up without coming any further before it is given up. */
export const MOST_TRIES = 3;

/** A server that works at jobs: a name that no other has, not even the same one started again. */
export interface Holder {
  readonly store: Store;
  readonly clock: Clock;
  readonly name: string;
}

const untilOf = ({ clock }: Holder) => new Date(clock() + LEASE).toISOString();
const nowOf = ({ clock }: Holder) => new Date(clock()).toISOString();

/** `taken` where another server works at it, or it has ended; `given-up` where nothing comes of taking it up. */
export type Claim = 'claimed' | 'taken' | 'given-up';

/** Takes a job up, unless somebody works at it: of several servers that try at once, one does. */
export function claim(holder: Holder, id: string): Promise<Claim> {
  return holder.store.mark(async ({ q, tables, insert, update }) => {
    const job = await jobIn({ q, tables: holder.store.tables }, id);
    if (job?.state !== ASKED) return 'taken';
    const { jobLease } = tables;
    const [lease] = await q.select().from(jobLease).where(eq(jobLease.id, id));
    const fresh = { holder: holder.name, until: untilOf(holder), tries: 1, done: job.done };
    if (lease === undefined) {
      await insert(jobLease).values({ id, ...fresh });
      return 'claimed';
    }
    if (lease.until > nowOf(holder)) return 'taken';
    const tries = lease.done === job.done ? lease.tries + 1 : 1;
    if (tries > MOST_TRIES) return 'given-up';
    await update(jobLease)
      .set({ ...fresh, tries })
      .where(eq(jobLease.id, id));
    return 'claimed';
  });
}

/** Says that this server still works at a job; false where it is another's by now. */
export function renew(holder: Holder, id: string): Promise<boolean> {
  return holder.store.mark(async ({ tables: { jobLease }, update }) => {
    const renewed = await update(jobLease)
      .set({ until: untilOf(holder) })
      .where(and(eq(jobLease.id, id), eq(jobLease.holder, holder.name)))
      .returning();
    return renewed.length > 0;
  });
}

/** Leaves a job to whoever takes it up next: it counts as no try. */
export async function release(holder: Holder, id: string): Promise<void> {
  await holder.store.mark(async ({ tables: { jobLease }, delete: remove }) => {
    await remove(jobLease).where(and(eq(jobLease.id, id), eq(jobLease.holder, holder.name)));
  });
}

/** Who works at a job, where somebody does. */
export async function holderOf(
  { q, tables: { jobLease } }: { readonly q: Reads; readonly tables: Pick<Tables, 'jobLease'> },
  id: string,
): Promise<string | undefined> {
  const [lease] = await q.select().from(jobLease).where(eq(jobLease.id, id));
  return lease?.holder;
}

/** Whether somebody works at a job now. */
export async function isHeld(
  { read, tables: { jobLease } }: Pick<Store, 'read' | 'tables'>,
  id: string,
  now: string,
): Promise<boolean> {
  const [lease] = await read((q) => q.select().from(jobLease).where(eq(jobLease.id, id)));
  return lease !== undefined && lease.until > now;
}

/**
 * Ends every lease, as of a server that has stopped without a word: what it worked at is taken up at once, and counts as a
 * try. It is for a store that only one server can have open.
 */
export async function endLeases({ store, clock }: Pick<Holder, 'store' | 'clock'>): Promise<void> {
  await store.mark(async ({ tables: { jobLease }, update }) => {
    const until = new Date(clock() - 1).toISOString();
    await update(jobLease).set({ until });
  });
}
