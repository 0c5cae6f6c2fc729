import type { Context } from 'hono';
import { findingsOf } from './finding.ts';
import type { Refused } from './library/agreed.ts';
import type { Version } from './library/library.ts';
import type { Log } from './log.ts';
import { problem, problemAnswer } from './problem.ts';
import type { ServerEnv } from './request-context.ts';

/** How a question about one family may be answered without a decision. */
export const refusals = {
  400: problemAnswer('body-not-json', 'body-cut-off', 'body-invalid'),
  401: problemAnswer('key-missing', 'key-wrong'),
  404: problemAnswer('ruleset-not-found', 'version-not-found'),
  413: problemAnswer('body-too-large'),
  415: problemAnswer('content-type-unsupported'),
  422: problemAnswer('family-invalid', 'nothing-in-force'),
  429: problemAnswer('too-busy'),
  500: problemAnswer('engines-disagree', 'unexpected'),
};

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
