import type { Finding } from '../library/finding.ts';

/** Every problem the command line ends with, and its exit code. Those the HTTP interface knows too have its names. */
export const problems = {
  usage: { exit: 2, title: 'The command cannot be read' },
  'file-unreadable': { exit: 2, title: 'A file cannot be read' },
  'folder-unreadable': { exit: 2, title: 'The rulesets folder cannot be read' },
  'family-invalid': { exit: 2, title: 'The family cannot be read' },
  'ruleset-not-found': { exit: 2, title: 'There is no such ruleset' },
  'version-not-found': { exit: 2, title: 'The ruleset has no such version' },
  'nothing-in-force': { exit: 2, title: 'No version of the ruleset is in force on that day' },
  'no-line': { exit: 2, title: 'The ruleset has no such line' },
  'no-cases': { exit: 2, title: 'The ruleset has no cases' },
  'file-exists': { exit: 2, title: 'A file is there already' },
  'store-unusable': { exit: 2, title: 'The store cannot be used' },
  'store-held': { exit: 2, title: 'The store is open elsewhere' },
  'dump-refused': { exit: 2, title: 'The dump cannot be loaded' },
  'schedule-invalid': { exit: 2, title: 'The schedule cannot be projected' },
  'windows-invalid': { exit: 2, title: 'There are no claim windows to forecast over' },
  'costs-invalid': { exit: 2, title: 'The costs cannot be added up' },
  'programme-not-found': { exit: 2, title: 'There is no such programme' },
  'unit-costs-not-found': { exit: 2, title: 'There are no such unit costs' },
  'statement-invalid': { exit: 2, title: 'The statement cannot be read' },
  'claim-window-invalid': { exit: 2, title: 'The claim window cannot be put in force' },
  'cohort-not-found': { exit: 2, title: 'There is no such cohort' },
  'claim-run-not-found': { exit: 2, title: 'There is no such claim run' },
  'claim-not-found': { exit: 2, title: 'There is no such claim' },
  'claim-sample-invalid': { exit: 2, title: 'The sample cannot be drawn' },
  'cohort-not-whole': { exit: 1, title: 'The cohort is not whole' },
  'not-your-authority': { exit: 1, title: 'This belongs to another authority' },
  'outside-claim-windows': { exit: 1, title: 'No claim is taken on that day' },
  'version-not-in-force': { exit: 1, title: 'The version is not in force on that day' },
  'claim-run-not-open': { exit: 1, title: 'The claim run is not at that point' },
  'claim-cohort-changed': { exit: 1, title: 'The cohort has changed since the claim run was begun' },
  'claim-sample-wanted': { exit: 1, title: 'The run has not been through its audit' },
  'claim-events-refused': { exit: 1, title: 'Something cannot become of a claim' },
  'programme-invalid': { exit: 2, title: 'The programme cannot be added up' },
  'profile-invalid': { exit: 1, title: 'The profile has errors' },
  'ruleset-invalid': { exit: 1, title: 'The ruleset has errors' },
  'rulesets-invalid': { exit: 1, title: 'The rulesets folder has errors' },
  'decision-not-found': { exit: 2, title: 'There is no such kept decision' },
  'export-invalid': { exit: 2, title: 'The file is not an export of kept decisions' },
  'pack-unreadable': { exit: 2, title: 'The file is not an evidence pack' },
  'person-not-found': { exit: 2, title: 'There is no such person' },
  'server-failed': { exit: 1, title: 'The server could not start, or did not stop cleanly' },
  'store-failed': { exit: 1, title: 'The store did not do what it was asked' },
  'engines-disagree': { exit: 70, title: 'The two engines do not agree, so nothing is decided' },
  unexpected: { exit: 70, title: 'Something went wrong here' },
} as const satisfies Record<string, { exit: number; title: string }>;

export type ProblemName = keyof typeof problems;

/** What a caller can act on. */
interface Extra {
  readonly suggestion?: string;
  readonly findings?: readonly (Omit<Finding, 'file'> & { readonly file?: string })[];
  readonly rulesets?: readonly string[];
  readonly versions?: readonly { readonly version: string; readonly hash: string }[];
  readonly releases?: readonly object[];
  readonly places?: readonly string[];
}

/** An RFC 9457 problem, as it is written on standard error. */
export interface Problem extends Extra {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
}

export interface Failure {
  readonly exit: number;
  readonly problem: Problem;
}

export function failure(name: ProblemName, detail: string, extra: Extra = {}): Failure {
  const { exit, title } = problems[name];
  return { exit, problem: { type: `/problems/${name}`, title, detail, ...extra } };
}

/** How a command ended: with JSON or with text for standard output, where it has any, or with a problem for standard error. */
export type Outcome =
  | { readonly exit: 0 | 1 | 2; readonly output?: unknown }
  | { readonly exit: 0; readonly text: string }
  | Failure;
