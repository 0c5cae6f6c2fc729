import { and, asc, desc, eq, inArray, lt, or } from 'drizzle-orm';
import { type ClaimStanding, standingOf } from '../../engine/programme.ts';
import { inPieces } from '../decisions/family-keys.ts';
import type { Principal } from '../identity/principal.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { eventsOf, type KeptEvent } from './events-of.ts';
import { type ClaimRun, runIn } from './run.ts';

/** A claim, what became of it, and how it stands. */
export interface LedgerClaim {
  readonly claim: Row<'claim'>;
  readonly events: readonly KeptEvent[];
  readonly standing: ClaimStanding;
}

interface Reading {
  readonly q: Reads;
  readonly tables: Tables;
}

type Scope = Pick<Principal, 'authority'>;

export interface ClaimFilters {
  readonly run?: string | undefined;
  readonly family?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

async function withEvents(reading: Reading, rows: readonly Row<'claim'>[]): Promise<LedgerClaim[]> {
  const events = await eventsOf(
    reading,
    rows.map(({ id }) => id),
  );
  return rows.map((claim) => {
    const its = events.get(claim.id) ?? [];
    return { claim, events: its, standing: standingOf(claim.pence, its) };
  });
}

/** The claims of an authority in the order in which they were made. */
export async function claimsIn(
  reading: Reading,
  { authority }: Scope,
  { run, family, ids }: ClaimFilters = {},
): Promise<LedgerClaim[]> {
  const { claim } = reading.tables;
  const filters = and(
    eq(claim.authority, authority),
    run === undefined ? undefined : eq(claim.run, run),
    family === undefined ? undefined : eq(claim.family, family),
  );
  const found: Row<'claim'>[] = [];
  const pieces = ids === undefined ? [undefined] : [...inPieces(ids)];
  for (const some of pieces) {
    const among = some === undefined ? undefined : inArray(claim.id, [...some]);
    found.push(
      ...(await reading.q
        .select()
        .from(claim)
        .where(and(filters, among))
        .orderBy(asc(claim.entry), asc(claim.place))),
    );
  }
  return withEvents(reading, found);
}

/** The same, from the store. */
export function claimsOf(
  { read, tables }: Pick<Store, 'read' | 'tables'>,
  scope: Scope,
  filters: ClaimFilters = {},
): Promise<LedgerClaim[]> {
  return read((q) => claimsIn({ q, tables }, scope, filters));
}

/** Every claim of an authority, by its run. */
export async function claimsByRun(
  store: Pick<Store, 'read' | 'tables'>,
  scope: Scope,
): Promise<ReadonlyMap<string, readonly LedgerClaim[]>> {
  const runs = new Map<string, LedgerClaim[]>();
  for (const one of await claimsOf(store, scope)) {
    const its = runs.get(one.claim.run);
    if (its === undefined) runs.set(one.claim.run, [one]);
    else its.push(one);
  }
  return runs;
}

/** All runs that there are: a council has some dozen. */
export const EVERY_RUN = 100_000;

export interface Listed {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** The runs of an authority, the newest first; from the one after `after` on. Throws a `Refusal` where it has none of this id. */
export async function runsOf(
  { read, tables }: Pick<Store, 'read' | 'tables'>,
  { authority }: Scope,
  { limit, after }: Listed,
): Promise<ClaimRun[]> {
  const { claimRun } = tables;
  return read(async (q) => {
    const last = after === undefined ? undefined : await runIn({ q, tables }, after, { authority });
    const older =
      last === undefined
        ? undefined
        : or(
            lt(claimRun.createdAt, last.createdAt),
            and(eq(claimRun.createdAt, last.createdAt), lt(claimRun.id, last.id)),
          );
    return q
      .select()
      .from(claimRun)
      .where(and(eq(claimRun.authority, authority), older))
      .orderBy(desc(claimRun.createdAt), desc(claimRun.id))
      .limit(limit);
  });
}

/** What a run held back, in order. */
export function heldOf(
  { read, tables: { claimHeld } }: Pick<Store, 'read' | 'tables'>,
  run: string,
): Promise<Row<'claimHeld'>[]> {
  return read((q) =>
    q
      .select()
      .from(claimHeld)
      .where(eq(claimHeld.run, run))
      .orderBy(asc(claimHeld.entry), asc(claimHeld.place)),
  );
}

/** Claims that stand in the way of others, whoever made them, in the order in which they were made. */
export function claimsNamed(
  { read, tables: { claim } }: Pick<Store, 'read' | 'tables'>,
  ids: readonly string[],
): Promise<Row<'claim'>[]> {
  return read(async (q) => {
    const found: Row<'claim'>[] = [];
    for (const some of inPieces(ids))
      found.push(
        ...(await q
          .select()
          .from(claim)
          .where(inArray(claim.id, [...some]))
          .orderBy(asc(claim.entry), asc(claim.place))),
      );
    return found;
  });
}
