import type { Diagnostic } from '../../engine/index.ts';
import { findingsOf } from '../finding.ts';
import type { IdentityProblem } from '../identity/problems.ts';
import { type Finding, type ProblemName, problems } from '../problem.ts';

/** The problems that one line of a batch can have. */
export type LineProblemName = Extract<
  ProblemName,
  'line-not-json' | 'line-too-large' | 'family-invalid' | 'family-repeated' | 'engines-disagree'
>;

/** The problems that end a batch before its time: whoever began it may not go on. */
export type StopName = IdentityProblem;

/** An RFC 9457 problem of one line. Pointers are into the line's family. */
export interface LineProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly findings?: readonly Finding[];
  readonly limitBytes?: number;
  /** The line on which the same family came before. */
  readonly firstLine?: number;
  /** Ids of the ruleset on which the two engines differ. */
  readonly places?: readonly string[];
}

export function lineProblem(
  prefix: string,
  name: LineProblemName | StopName,
  more: Pick<LineProblem, 'limitBytes' | 'firstLine' | 'places'> & {
    readonly found?: readonly Diagnostic[];
  } = {},
): LineProblem {
  const { title, status } = problems[name];
  const { found, ...rest } = more;
  const findings = found === undefined ? {} : { findings: findingsOf(found) };
  return { type: `${prefix}${name}`, title, status, ...findings, ...rest };
}
