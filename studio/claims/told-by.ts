import { type Answer, type Problem, unreachable } from '../api.ts';

/** What was answered, or why it was not. */
export async function toldBy<Value>(
  asked: Promise<{ readonly ok: boolean; readonly json: () => Promise<unknown> }>,
): Promise<Answer<Value>> {
  try {
    const response = await asked;
    const said = await response.json();
    // because everything that this server refuses is a problem document, and whoever calls knows what it asks for
    return response.ok ? { ok: true, value: said as Value } : { ok: false, problem: said as Problem };
  } catch {
    return { ok: false, problem: unreachable };
  }
}
