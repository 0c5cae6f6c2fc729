import type { Context } from 'hono';
import { problem } from '../problem.ts';
import type { ServerEnv } from '../request-context.ts';

/** Answers that a password cannot be one, without repeating it. */
export function passwordRefused(c: Context<ServerEnv>, message: string) {
  return problem(c, 'body-invalid', {
    findings: [{ code: 'password-refused', pointer: '/password', message }],
  });
}
