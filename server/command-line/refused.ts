import { Refusal } from '../governance/refusal.ts';
import { failure, type Failure, type Outcome, type ProblemName } from './problem.ts';

/** What the server's refusals of claims are called here, and what is said where they say nothing more themselves. */
const details = {
  'cohort-not-found': 'no cohort of this id is of this authority',
  'cohort-not-whole':
    'a run is of a whole cohort, and this one is being received, has rows held aside, or is purged or cancelled',
  'not-your-authority': 'claims are made under national rules or the authority’s own',
  'outside-claim-windows': '`threshold windows list` gives the days on which claims are taken',
  'version-not-in-force': 'a claim is made under the version that is in force on its day',
  'claim-run-not-found':
    'no claim run of this id is of this authority; `threshold claims runs` lists those that are',
  'claim-not-found': 'no claim of this id is of this authority; `threshold claims list` lists those that are',
  'claim-run-not-open': '`threshold claims show` says where the run stands',
  'claim-cohort-changed': 'nothing more is proposed: withdraw the run and begin another',
  'claim-sample-invalid': 'no sample was drawn',
  'claim-sample-wanted': 'draw a sample, and have somebody judge each claim of it in the studio',
  'claim-refused': 'nothing was written',
  'claim-events-refused': 'nothing was written',
} as const satisfies Partial<Record<ProblemName, string>>;
type RefusedName = keyof typeof details;

const names = Object.keys(details) as RefusedName[];

function refused({ problem, more }: Refusal, within: string): Failure | undefined {
  const name = names.find((one) => one === problem);
  if (name === undefined) return undefined;
  const { detail = details[name], findings, releases } = more;
  return failure(name, detail, {
    ...(findings && {
      findings: findings.map((one) => ({
        ...one,
        pointer: one.pointer.startsWith(within) ? one.pointer.slice(within.length) : one.pointer,
        severity: 'error' as const,
      })),
    }),
    ...(releases && { releases }),
  });
}

/**
 * Does what the server does too; what it refuses there is a problem of the same name here. A finding `within` a pointer points from
 * there on: of the one event that a command records at its option, as there is no list.
 */
export async function onRefusal(work: () => Promise<Outcome>, within = ''): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const failed = error instanceof Refusal ? refused(error, within) : undefined;
    if (failed === undefined) throw error;
    return failed;
  }
}
