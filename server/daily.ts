import { type Log, loggable } from './log.ts';

const DAY = 86_400_000;

/** Work that is done now and once a day. */
export interface Daily {
  /** As the log names it: `forgetting` fails as `forgetting-failed`. */
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Does work in turn, now and once a day; what fails is logged and tried again the next day. A stop waits for what runs. */
export function daily(log: Log, work: readonly Daily[]): { readonly stop: () => Promise<void> } {
  const all = async () => {
    for (const { name, run } of work) {
      await run().catch((error: unknown) => {
        log.error({ error: loggable(error) }, `${name}-failed`);
      });
    }
  };
  let running = all();
  const timer = setInterval(() => {
    running = running.then(all);
  }, DAY);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
