import type { Context } from 'hono';
import { auditRefusal } from '../audit/refusal.ts';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';
import type { Store } from '../store/store.ts';
import type { IdentityProblem } from './problems.ts';

type Writes = Pick<Store, 'write'>;

/** Answers that a permission is missing, and notes it in the audit log. */
export async function notAllowed(
  c: Context<ServerEnv>,
  store: Writes,
  { needs, detail }: { readonly needs: string; readonly detail?: string },
) {
  const address = c.get('address');
  await auditRefusal(store, c.get('principal'), { problem: 'not-allowed', address, needs });
  return problem(c, 'not-allowed', { needs, detail: detail ?? `\`${needs}\` is needed for this` });
}

type Missing = Extract<IdentityProblem, `${string}-not-found`>;

/** Answers that there is no such thing, whether there is none or it is another's; the latter is noted in the audit log. */
export async function notThere<Name extends Missing>(
  c: Context<ServerEnv>,
  store: Writes,
  { name, others }: { readonly name: Name; readonly others: string | undefined },
) {
  if (others !== undefined) {
    const refusal = { problem: name, address: c.get('address'), subject: others };
    await auditRefusal(store, c.get('principal'), refusal);
  }
  return problem(c, name);
}
