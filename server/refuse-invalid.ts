import type { Context } from 'hono';
import type * as z from 'zod';
import { requestFindings } from './finding.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

type Checked =
  | { readonly target: string; readonly success: true }
  | { readonly target: string; readonly success: false; readonly error: z.ZodError };

/** Answers a request that does not fit its route's schema with everything that is wrong with it. */
export async function refuseInvalid(checked: Checked, c: Context<ServerEnv>) {
  if (checked.success) return undefined;
  if (checked.target === 'json') {
    return problem(c, 'body-invalid', { findings: requestFindings(checked.error, await c.req.json()) });
  }
  const input = checked.target === 'query' ? c.req.query() : c.req.param();
  return problem(c, 'query-invalid', { findings: requestFindings(checked.error, input) });
}
