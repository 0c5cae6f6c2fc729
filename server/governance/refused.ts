import type { Context } from 'hono';
import { actorOf } from '../identity/principal.ts';
import type { Log } from '../log.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Refusal } from './refusal.ts';

/** Answers an act that was refused; the log has who tried what they may not. */
export function actRefused(c: Context<ServerEnv>, log: Log, refusal: Refusal) {
  if (refusal.suspicious) {
    const actor = actorOf(c.get('principal'));
    log.warn({ requestId: c.get('requestId'), actor, path: c.req.path, problem: refusal.problem }, 'refused');
  }
  return problem(c, refusal.problem, refusal.more);
}
