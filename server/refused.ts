import type { Context } from 'hono';
import { findingsOf } from './finding.ts';
import type { Refused } from './library/agreed.ts';
import type { Version } from './library/library.ts';
import type { Log } from './log.ts';
import { problem } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

/** The places are in the log too, with the version; nothing of the family is. */
export function refused(c: Context<ServerEnv>, log: Log, why: { version: Version; refused: Refused }) {
  if (why.refused.code === 'family-invalid') {
    return problem(c, 'family-invalid', { findings: findingsOf(why.refused.findings, '/family') });
  }
  const { places } = why.refused;
  const { id, version } = why.version.ruleset;
  const ruleset = { id, version, hash: why.version.hash };
  log.error({ requestId: c.get('requestId'), ruleset, places }, 'engines-disagree');
  return problem(c, 'engines-disagree', { places });
}
