import type { Deps } from '../deps.ts';
import { loggable } from '../log.ts';
import { type Forgotten, retain } from './forget.ts';

const DAY = 86_400_000;

/** Forgets by age now and once a day. What fails is logged and tried again the next day. */
export function forgetDaily(
  { store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>,
  keepDays: number | undefined,
): { readonly stop: () => Promise<void> } {
  if (keepDays === undefined) return { stop: () => Promise.resolve() };
  const said = (forgotten: Forgotten) => {
    if (forgotten.decisions > 0) log.info({ ...forgotten }, 'forgotten-by-age');
  };
  const run = () =>
    retain(store, clock(), keepDays).then(said, (error: unknown) => {
      log.error({ error: loggable(error) }, 'forgetting-failed');
    });
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, DAY);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
