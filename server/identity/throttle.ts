import { eq, inArray, lte } from 'drizzle-orm';
import { sha256 } from '../canonical.ts';
import type { Marks, Store } from '../store/store.ts';
import { after, instantOf, THROTTLE_LASTS } from './times.ts';

/** Attempts that may fail within a quarter of an hour, before the next is not looked at. */
export const MOST_FAILURES = { account: 10, address: 100 };

/** Whom an attempt is counted against: the account that is tried, there or not, and where it is tried from. */
export interface Tried {
  readonly email: string;
  readonly address: string | undefined;
}

const accountId = ({ email }: Tried) => sha256(`account ${email}`);
const addressId = (address: string) => sha256(`address ${address}`);

function counters(tried: Tried) {
  const account = { id: accountId(tried), most: MOST_FAILURES.account };
  if (tried.address === undefined) return [account];
  return [account, { id: addressId(tried.address), most: MOST_FAILURES.address }];
}

async function counted({ q, tables: { throttle } }: Marks, tried: Tried) {
  const ids = counters(tried).map(({ id }) => id);
  const rows = await q.select().from(throttle).where(inArray(throttle.id, ids));
  return counters(tried).map((counter) => ({ ...counter, row: rows.find(({ id }) => id === counter.id) }));
}

/**
 * Counts an attempt as failed before it is looked at, so that many at once are no way round. Seconds to wait where too many
 * have failed: then it is neither counted nor looked at. Counters that have run out are removed whoever they are of.
 */
export function countAttempt(store: Store, tried: Tried, now: number): Promise<number | undefined> {
  return store.mark(async (marks) => {
    const { throttle } = marks.tables;
    const at = instantOf(now);
    await marks.delete(throttle).where(lte(throttle.since, instantOf(now - THROTTLE_LASTS)));
    const counts = await counted(marks, tried);
    const waits = counts.flatMap(({ row, most }) =>
      row !== undefined && row.failures >= most ? [Date.parse(after(row.since, THROTTLE_LASTS)) - now] : [],
    );
    if (waits.length > 0) return Math.ceil(Math.max(...waits) / 1000);
    for (const { id, row } of counts) {
      if (row === undefined) await marks.insert(throttle).values({ id, failures: 1, since: at });
      else
        await marks
          .update(throttle)
          .set({ failures: row.failures + 1 })
          .where(eq(throttle.id, id));
    }
    return undefined;
  });
}

/** Clears the account's counter, and takes the attempt that was right from the address's. */
export function attemptSucceeded(store: Store, tried: Tried): Promise<void> {
  return store.mark(async (marks) => {
    const { throttle } = marks.tables;
    for (const { id, row } of await counted(marks, tried)) {
      if (row === undefined) continue;
      if (id === accountId(tried) || row.failures === 1)
        await marks.delete(throttle).where(eq(throttle.id, id));
      else
        await marks
          .update(throttle)
          .set({ failures: row.failures - 1 })
          .where(eq(throttle.id, id));
    }
  });
}
