import { and, desc, eq, gte } from 'drizzle-orm';
import { versionBefore } from '../governance/check-draft.ts';
import type { Draft, ExpectedImpact, FoundImpact } from '../governance/draft.ts';
import { ASKED, type Job, type JobState, questionOf } from '../jobs/find.ts';
import type { JobResults } from '../jobs/results.ts';
import { resultsOf } from '../jobs/summed.ts';
import { type VersionAsked, versionsOf } from '../jobs/versions.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';

export const impactStates = ['not-stated', 'not-weighed', 'weighing', 'within', 'outside'] as const;
export type ImpactState = (typeof impactStates)[number];

export interface Weighed {
  readonly state: ImpactState;
  /** The newest comparison that weighs exactly what is submitted; absent where none was asked. */
  readonly job?: Job;
  /** There once that has finished. */
  readonly found?: FoundImpact;
}

type Reading = Pick<Store, 'read' | 'tables'>;

/** The versions that a comparison weighs a draft by, in its order. */
export function weighingVersions(draft: Pick<Draft, 'id' | 'basedOn'>, library: Library): VersionAsked[] {
  const before = versionBefore(draft, library);
  const now = { draft: draft.id };
  return before === undefined ? [now] : [{ id: before.ruleset.id, version: before.ruleset.version }, now];
}

interface Wanted {
  readonly cohort: string;
  readonly asOf: string;
  /** The instant from which a comparison can be of this: that of the submission. */
  readonly since: string;
  /** Of the versions, in order. */
  readonly hashes: readonly string[];
}

const isOver = (state: string) => state !== ASKED && state !== ('finished' satisfies JobState);

function weighs(job: Job, { asOf, hashes }: Wanted): boolean {
  const question = questionOf(job);
  return (
    question.asOf === asOf &&
    question.restateAttachment === null &&
    question.versions.length === hashes.length &&
    question.versions.every(({ hash }, at) => hash === hashes[at])
  );
}

/** The newest comparison that asks exactly this: one that has finished before one under way, before one that came to nothing. */
async function weighingOf({ read, tables: { job } }: Reading, wanted: Wanted): Promise<Job | undefined> {
  const over = await read((q) =>
    q
      .select()
      .from(job)
      .where(and(eq(job.cohort, wanted.cohort), gte(job.createdAt, wanted.since)))
      .orderBy(desc(job.createdAt), desc(job.id)),
  );
  const same = over.filter((one) => weighs(one, wanted));
  return (
    same.find(({ state }) => state === ('finished' satisfies JobState)) ??
    same.find(({ state }) => !isOver(state)) ??
    same[0]
  );
}

const eligibleIn = ({ verdicts }: JobResults['versions'][number]) =>
  verdicts
    .find(({ path }) => path === '/eligibility/verdict')
    ?.families.find(({ verdict }) => verdict === 'met')?.count ?? 0;

/** What results say of what is new: against the version before, or, where all is new, against nothing. */
export function foundIn({ job, families, wrong, pairs: [pair], versions }: JobResults): FoundImpact {
  const told = { job, families, wrong };
  if (pair !== undefined) {
    const { becameEligible, stoppedEligible, leftDuePence, rightDuePence } = pair;
    return { ...told, eligible: becameEligible - stoppedEligible, duePence: rightDuePence - leftDuePence };
  }
  const [only] = versions;
  if (only === undefined) throw new Error('invariant: a comparison has a version');
  return { ...told, eligible: eligibleIn(only), duePence: only.duePence };
}

const holds = (found: number, band: { readonly from: number; readonly to: number } | undefined) =>
  band === undefined || (band.from <= found && found <= band.to);

/** Whether what was found lies in every band that is stated; both ends of a band are in. */
export function isWithin(
  { families, pence }: Pick<ExpectedImpact, 'families' | 'pence'>,
  found: FoundImpact,
): boolean {
  return holds(found.eligible, families) && holds(found.duePence, pence);
}

/** How far what is submitted has been weighed over the cohort that its author named, and what came of it. */
export async function weighed(
  store: Reading,
  library: Library,
  draft: Pick<Draft, 'basedOn' | 'submission'>,
): Promise<Weighed> {
  const { submission } = draft;
  const expected = submission?.expectedImpact;
  if (!submission || !expected?.cohort || expected.asOf === undefined) return { state: 'not-stated' };
  const before = versionBefore(draft, library);
  const hashes = [...(before === undefined ? [] : [before.hash]), submission.hash];
  const job = await weighingOf(store, {
    ...{ cohort: expected.cohort, asOf: expected.asOf, hashes },
    since: submission.at,
  });
  if (job === undefined) return { state: 'not-weighed' };
  if (job.state === ASKED) return { state: 'weighing', job };
  if (isOver(job.state)) return { state: 'not-weighed', job };
  const results = await resultsOf(store, { job, versions: await versionsOf(job, library) }, undefined);
  const found = foundIn(results);
  return { state: isWithin(expected, found) ? 'within' : 'outside', job, found };
}
