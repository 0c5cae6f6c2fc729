import type { Daily } from '../daily.ts';
import type { Deps } from '../deps.ts';
import { retain } from './forget.ts';

/** Forgets by age the families of kept decisions; nothing where they are kept for ever. */
export function retaining(
  { store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>,
  keepDays: number | undefined,
): Daily {
  return {
    name: 'forgetting',
    run: async () => {
      const forgotten = await retain(store, clock(), keepDays);
      if (forgotten.decisions > 0) log.info({ ...forgotten }, 'forgotten-by-age');
    },
  };
}
