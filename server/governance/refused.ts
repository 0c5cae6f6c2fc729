import type { Context } from 'hono';
import { auditRefusal } from '../audit/refusal.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Store } from '../store/store.ts';
import type { Refusal } from './refusal.ts';

/** Answers an act that was refused; the audit log has who tried what they may not. */
export async function actRefused(c: Context<ServerEnv>, store: Pick<Store, 'write'>, refusal: Refusal) {
  if (refusal.suspicious) {
    const { id } = c.req.param() as { readonly id?: string };
    await auditRefusal(store, c.get('principal'), {
      ...{ problem: refusal.problem, address: c.get('address') },
      ...(id === undefined ? {} : { subject: id }),
    });
  }
  return problem(c, refusal.problem, refusal.more);
}
