import type { Daily } from '../daily.ts';
import type { Deps } from '../deps.ts';
import { cancelForgotten } from './receive.ts';

/** An upload that has taken longer than this has ended without a word. */
const LONGEST = 86_400_000;

/**
 * Cancels uploads that nobody receives any more. A SQLite file has one server: whatever was being received when it starts
 * is over. Servers that share a database leave each other's alone for a day.
 */
export function cancellingForgotten({ store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>): Daily {
  const start = clock();
  return {
    name: 'cancelling-uploads',
    run: async () => {
      const before = store.kind === 'sqlite' ? start : clock() - LONGEST;
      const cancelled = await cancelForgotten(store, new Date(before).toISOString());
      if (cancelled > 0) log.info({ cancelled }, 'uploads-cancelled');
    },
  };
}
