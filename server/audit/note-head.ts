import { type Log, loggable } from '../log.ts';
import { StoreFault } from '../store/fault.ts';
import { auditHead, type Store } from '../store/store.ts';
import { headText } from './head.ts';

const HOUR = 60 * 60 * 1000;

/**
 * Writes the head of the audit chain to the log: now, every hour, and when it is told to end. A chain that is cut at its
 * end is then told from the log, which lies elsewhere.
 */
export async function noteHeads({ store, log }: { store: Store; log: Log }, every = HOUR) {
  const note = async () => {
    try {
      log.info({ head: headText(await auditHead(store)) }, 'audit-head');
    } catch (error) {
      if (error instanceof StoreFault) log.error({ code: error.code }, 'store-fault');
      else log.error({ error: loggable(error) }, 'unexpected');
    }
  };
  await note();
  const hourly = setInterval(() => void note(), every);
  hourly.unref();
  return async () => {
    clearInterval(hourly);
    await note();
  };
}
