import type { Context } from 'hono';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';
import type { StoreFault } from './store/fault.ts';

/** Answers a request whose write or read the store refused; the log has the code, never what was to be written. */
export function storeFailed(
  c: Context<ServerEnv>,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
  { code, message }: StoreFault,
) {
  log.error({ requestId: c.get('requestId'), code }, 'store-fault');
  metrics.storeFaults.inc({ code });
  if (code !== 'busy') return problem(c, 'store-failed', { detail: message });
  c.header('Retry-After', '1');
  return problem(c, 'store-busy', { detail: message });
}
