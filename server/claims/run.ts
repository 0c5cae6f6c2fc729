import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { windowOn } from '../../engine/programme.ts';
import type { CohortState } from '../cohorts/find.ts';
import { cohortIn } from '../cohorts/receive.ts';
import { usableCohort } from '../cohorts/use.ts';
import { Refusal } from '../governance/refusal.ts';
import { NATIONAL, type Principal, writerOf } from '../identity/principal.ts';
import { releaseOn } from '../library/in-force.ts';
import type { Version } from '../library/library.ts';
import { londonDay } from '../london-day.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { shownRelease } from '../unresolved.ts';
import { windowsOf } from './windows.ts';

/** The jurisdiction of national rulesets. */
const COUNTRY = 'England';

export type ClaimRun = Row<'claimRun'>;
export type RunState = 'proposing' | 'proposed' | 'submitted' | 'withdrawn';

/** A cohort as a run froze it. */
export const frozenCohort = z.strictObject({
  id: z.string(),
  title: z.string(),
  hash: z.string(),
  revision: z.int(),
  families: z.int(),
});
export type FrozenCohort = z.infer<typeof frozenCohort>;

export function cohortOfRun({ cohort }: Pick<ClaimRun, 'cohort'>): FrozenCohort | null {
  return cohort === null ? null : frozenCohort.parse(JSON.parse(cohort));
}

export interface RunAsked {
  readonly title: string;
  readonly cohort?: string | undefined;
  readonly asOf: string;
}

export interface Making {
  readonly store: Store;
  readonly principal: Principal;
  readonly ids: () => string;
}

/** Refuses a version that is not the one in force on a day, as known now. */
export function requireInForce({ ruleset, releases }: Version, on: string): void {
  const release = releaseOn(releases, { ruleset: ruleset.id, on });
  if (release?.version === ruleset.version) return;
  const known = releases.filter((one) => one.ruleset === ruleset.id).map(shownRelease);
  throw new Refusal('version-not-in-force', {
    detail:
      release === undefined
        ? `on \`${on}\` no version of \`${ruleset.id}\` is in force`
        : `on \`${on}\` version \`${release.version}\` is in force, and not \`${ruleset.version}\``,
    releases: known,
  });
}

/** Refuses the local rules of another authority. */
function requireRulesOf({ ruleset: { jurisdiction } }: Version, { authority }: Principal): void {
  const isTheirs = authority === NATIONAL || jurisdiction === COUNTRY || jurisdiction === authority;
  if (!isTheirs)
    throw new Refusal('not-your-authority', { detail: `these are the rules of ${jurisdiction}` });
}

async function windowFor(store: Store, { ruleset: { programme, phase } }: Version, on: string) {
  const windows = (await windowsOf(store)).map(({ window }) => window);
  const found = windowOn(windows, { programme, phase, on });
  if (found !== undefined) return found;
  const known = windows.filter((one) => one.programme === programme && one.phase === phase);
  const listed = known.map(
    ({ label, opens, closes }) => `${label} (from \`${opens}\`, closed on \`${closes}\`)`,
  );
  const detail =
    known.length === 0
      ? `phase ${String(phase)} has no claim window`
      : `\`${on}\` is in no claim window of phase ${String(phase)}: ${listed.join(', ')}`;
  throw new Refusal('outside-claim-windows', { detail });
}

/** Refuses a day that has not come yet. */
export function requireCome({ at }: Pick<Tx, 'at'>, on: string): void {
  if (on > londonDay(Date.parse(at)))
    throw new Refusal('outside-claim-windows', { detail: `\`${on}\` has not come yet` });
}

/** Begins a run: freezes the cohort, the version, the day and its window. Throws a `Refusal`. */
export async function beginRun(
  { store, principal, ids }: Making,
  version: Version,
  asked: RunAsked,
): Promise<ClaimRun> {
  requireRulesOf(version, principal);
  requireInForce(version, asked.asOf);
  const window = await windowFor(store, version, asked.asOf);
  let cohort: FrozenCohort | null = null;
  if (asked.cohort !== undefined) {
    const { id, title, hash, revision, families } = await usableCohort(store, asked.cohort, principal);
    cohort = { id, title, hash, revision, families };
  }
  const writer = writerOf(principal);
  const { ruleset, hash } = version;
  return store.write(writer, async (tx) => {
    requireCome(tx, asked.asOf);
    const id = ids();
    tx.record({
      action: 'claim-run-begun',
      subject: id,
      detail: { version: hash, cohort: cohort?.id ?? null },
    });
    return tx.insert('claimRun', {
      ...{ id, authority: principal.authority, title: asked.title, state: 'proposing' satisfies RunState },
      ...{ ruleset: ruleset.id, version: ruleset.version, versionHash: hash },
      ...{ programme: ruleset.programme, phase: ruleset.phase, asOf: asked.asOf },
      ...{ window: JSON.stringify(window), cohort: cohort === null ? null : JSON.stringify(cohort) },
      ...{ next: 0, done: 0, sample: null, createdAt: tx.at, endedAt: null },
      ...{ createdBy: writer.actor, createdByName: principal.name },
    });
  });
}

export interface Reading {
  readonly q: Tx['q'];
  readonly tables: Tx['tables'];
}

/** A run of the authority of whoever asks, as it stands where it is read. Throws a `Refusal` where it has none of this id. */
export async function runIn(
  { q, tables: { claimRun } }: Reading,
  id: string,
  { authority }: Pick<Principal, 'authority'>,
): Promise<ClaimRun> {
  const [run] = await q.select().from(claimRun).where(eq(claimRun.id, id));
  if (run?.authority !== authority) throw new Refusal('claim-run-not-found');
  return run;
}

/** Refuses a run that is in none of these states. */
export function requireState({ state }: ClaimRun, ...wanted: readonly RunState[]): void {
  if (!wanted.some((one) => one === state))
    throw new Refusal('claim-run-not-open', { detail: `the run is \`${state}\`` });
}

/** Refuses a cohort that is not as it was frozen. */
export async function requireFrozen(
  reading: Reading,
  { authority }: Pick<Principal, 'authority'>,
  frozen: FrozenCohort,
): Promise<void> {
  const now = await cohortIn(reading, frozen.id, authority);
  const isSame = now?.state === ('whole' satisfies CohortState) && now.revision === frozen.revision;
  if (!isSame) throw new Refusal('claim-cohort-changed');
}
