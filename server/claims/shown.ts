import { count, eq, inArray } from 'drizzle-orm';
import { claimStates, claimWindow, grantsOn, groupClaims } from '../../engine/programme.ts';
import { versionOfHash } from '../decisions/replay.ts';
import type { Principal } from '../identity/principal.ts';
import type { Library } from '../library/library.ts';
import type { Row } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { namedBy } from './apart.ts';
import type { ClaimDocument, ClaimRunDocument, ClaimTotals, HeldDocument } from './document.ts';
import { apartKey } from './earlier.ts';
import { claimsNamed, type LedgerClaim } from './find.ts';
import { type HeldCode, heldForPeople } from './judge.ts';
import { heldText } from './propose-one.ts';
import { type ClaimRun, cohortOfRun, type RunState } from './run.ts';
import { sampleOf } from './sampled.ts';

type Reading = Pick<Store, 'read' | 'tables'>;

const total = (claims: readonly LedgerClaim[], of: (one: LedgerClaim) => number) =>
  claims.reduce((sum, one) => sum + of(one), 0);

function shownSample(run: ClaimRun, claims: readonly LedgerClaim[]): ClaimRunDocument['sample'] {
  const sample = sampleOf(run);
  if (sample === null) return null;
  const drawn = claims.filter(({ claim }) => sample.claims.includes(claim.id));
  const judged = drawn.filter(({ standing }) => standing.audit !== null);
  const left = drawn.filter(({ standing }) => standing.audit === null && standing.state === 'proposed');
  const failed = drawn.filter(({ standing }) => standing.audit === 'failed');
  const { seed, percent, minimum, risks, population } = sample;
  return {
    ...{ seed, percent, minimum, risks, population, claims: sample.claims.length },
    ...{ judged: judged.length, left: left.length, failed: failed.length },
  };
}

export function windowOfRun({ window }: Pick<ClaimRun, 'window'>) {
  return claimWindow.parse(JSON.parse(window));
}

/** A run as it stands, with its claims counted. */
export async function shownRun(
  { read, tables: { claimHeld } }: Reading,
  run: ClaimRun,
  claims: readonly LedgerClaim[],
): Promise<ClaimRunDocument> {
  const { id, title, authority, programme, phase, asOf, done, createdAt, endedAt } = run;
  const [held] = await read((q) => q.select({ many: count() }).from(claimHeld).where(eq(claimHeld.run, id)));
  const cohort = cohortOfRun(run);
  const states = claimStates.flatMap((state) => {
    const those = claims.filter(({ standing }) => standing.state === state);
    const pence = total(those, ({ standing }) => standing.countsPence);
    return those.length === 0 ? [] : [{ state, claims: those.length, pence }];
  });
  return {
    // because it was read from a column that holds these alone
    ...{ id, title, authority, state: run.state as RunState },
    ruleset: { id: run.ruleset, version: run.version, hash: run.versionHash },
    ...{ programme, phase, asOf, window: windowOfRun(run), cohort },
    progress: { done, of: cohort?.families ?? null },
    ...{ claims: claims.length, held: held?.many ?? 0, states },
    pence: total(claims, ({ standing }) => standing.countsPence),
    sample: shownSample(run, claims),
    ...{ createdAt, createdBy: { actor: run.createdBy, name: run.createdByName }, endedAt },
  };
}

/** A claim as it stands. */
export function shownClaim(
  { claim, events, standing }: LedgerClaim,
  sampled: ReadonlyMap<string, number>,
): ClaimDocument {
  const { id, run, authority, family, programme, phase, payment, pence, on, attachedOn, record } = claim;
  return {
    ...{ id, run, authority, family, programme, phase, payment, pence, on, attachedOn, record },
    // because it was read from a column that holds these alone
    kind: claim.kind as ClaimDocument['kind'],
    ruleset: { id: claim.ruleset, version: claim.version, hash: claim.versionHash },
    isSampled: sampled.has(id),
    sampleWeight: sampled.get(id) ?? null,
    ...standing,
    events: [...events],
  };
}

/** The claims that the samples of their runs have, and what each weighed. */
export async function sampledIn(
  { read, tables: { claimRun } }: Reading,
  runs: readonly string[],
): Promise<Map<string, number>> {
  if (runs.length === 0) return new Map();
  const rows = await read((q) =>
    q
      .select({ sample: claimRun.sample })
      .from(claimRun)
      .where(inArray(claimRun.id, [...new Set(runs)])),
  );
  const samples = rows.flatMap((row) => sampleOf(row) ?? []);
  return new Map(
    samples.flatMap(({ claims, weights }) => claims.map((id) => [id, weights[id] ?? 1] as const)),
  );
}

async function apartFrom(
  { read, tables: { claimApart } }: Reading,
  { authority }: Pick<Principal, 'authority'>,
) {
  const rows = await read((q) => q.select().from(claimApart).where(eq(claimApart.authority, authority)));
  return new Set(rows.map(({ family, claim }) => apartKey(family ?? '', claim)));
}

/** What a run held back, and the claims in its way: of another authority’s nothing but whose, which payment and when. */
export async function shownHeld(
  reading: Reading,
  scope: Pick<Principal, 'authority'>,
  held: readonly Row<'claimHeld'>[],
): Promise<HeldDocument[]> {
  const claims = await claimsNamed(reading, [...new Set(held.flatMap(namedBy))]);
  const apart = await apartFrom(reading, scope);
  return held.map((row) => {
    const named = namedBy(row);
    const its = claims.filter(({ id }) => named.includes(id));
    // because it was read from a column that holds these alone
    const code = row.code as HeldCode;
    return {
      ...{ family: row.family, payment: row.payment === '' ? null : row.payment, code, text: heldText(code) },
      claims: its.map(({ id, authority, family, phase, payment, on }) => ({
        ...{ id, authority, phase, payment, on, family: authority === scope.authority ? family : null },
      })),
      mayBeApart: named.length > 0 && heldForPeople.includes(code),
      isApart: named.length > 0 && named.every((id) => apart.has(apartKey(row.family ?? '', id))),
    };
  });
}

/** The grants of every version that claims are under, each by its value on the day of the last of them. */
function grantsBeside(claims: readonly LedgerClaim[], library: Library): ClaimTotals['grants'] {
  const last = new Map<string, LedgerClaim['claim']>();
  for (const { claim } of claims)
    if (claim.on >= (last.get(claim.versionHash)?.on ?? '')) last.set(claim.versionHash, claim);
  return [...last.values()].flatMap(({ ruleset: id, version, versionHash: hash, on: asOf }) => {
    const ruleset = versionOfHash(library, hash)?.ruleset;
    const grants = ruleset === undefined ? [] : grantsOn(ruleset, asOf);
    return grants.map((grant) => ({
      ruleset: { id, version, hash },
      ...{ id: grant.id, label: grant.label, each: grant.each, asOf, pence: grant.pence },
    }));
  });
}

/** What claims come to: by year of attachment and payment, by window, and in all. */
export function totalsOf(
  claims: readonly LedgerClaim[],
  runs: readonly ClaimRun[],
  library: Library,
): ClaimTotals {
  const counted = claims.filter(({ standing }) => standing.state !== 'withdrawn');
  const groups = groupClaims(
    counted.map(({ claim, standing }) => ({ ...claim, ...standing })),
    (hash) => versionOfHash(library, hash)?.ruleset.share,
  ).map(({ versionHash, programme, phase, attachedIn, payment, kind, ...rest }) => {
    const of = counted.find(({ claim }) => claim.versionHash === versionHash)?.claim;
    return {
      ...{ programme, phase, attachedIn, payment, kind: kind as ClaimDocument['kind'] },
      ruleset: { id: of?.ruleset ?? '', version: of?.version ?? '', hash: versionHash },
      ...{ eachPence: rest.eachPence, claims: rest.claims, claimedPence: rest.claimedPence },
      ...{ paidPence: rest.paidPence, clawedBackPence: rest.clawedBackPence },
      ...{ fundedClaims: rest.fundedClaims, fundedPence: rest.fundedPence },
    };
  });
  const sums = (of: readonly LedgerClaim[]) => ({
    claims: of.length,
    claimedPence: total(of, ({ standing }) => standing.countsPence),
    paidPence: total(of, ({ standing }) => standing.paidPence),
    clawedBackPence: total(of, ({ standing }) => standing.clawedBackPence),
  });
  const windows = new Map(runs.map((run) => [run.window, run]));
  return {
    groups,
    windows: [...windows.values()]
      .map((run) => ({
        window: windowOfRun(run),
        ...sums(
          counted.filter(({ claim }) => runs.find(({ id }) => id === claim.run)?.window === run.window),
        ),
      }))
      .sort((one, other) => (one.window.opens < other.window.opens ? -1 : 1)),
    grants: grantsBeside(counted, library),
    totals: {
      ...sums(counted),
      fundedPence: groups.reduce((sum, one) => sum + one.fundedPence, 0),
      withdrawn: claims.length - counted.length,
    },
  };
}
