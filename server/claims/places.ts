import { and, eq, inArray } from 'drizzle-orm';
import { type FamilyLimit, familyLimits, standingOf } from '../../engine/programme.ts';
import { canonical, sha256 } from '../canonical.ts';
import type { Version } from '../library/library.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import { eventsOf } from './events-of.ts';
import type { LedgerFamily, LedgerName } from './family.ts';
import { namesOfClaims } from './names-of-claims.ts';

/** A claim, and the ids by which its family is or was known; none once it is erased. */
interface Claimed {
  readonly claim: Pick<Row<'claim'>, 'id' | 'localAuthority' | 'payment'>;
  readonly names: readonly LedgerName[];
}

/** Whether an authority may still be paid for one more family, of a payment that is for so many at most. */
export type Room = 'there-is' | 'families-full' | 'families-unknown';

/** Families, each once, whatever ids it goes by. */
class Families {
  private readonly byId = new Map<string, ReadonlySet<string>>();

  add(ids: readonly string[]): void {
    const all = new Set(ids.flatMap((id) => [id, ...(this.byId.get(id) ?? [])]));
    for (const id of all) this.byId.set(id, all);
  }

  each(): readonly (readonly string[])[] {
    return [...new Set(this.byId.values())].map((ids) => [...ids].sort());
  }
}

/** By what a family is counted: of one that is erased nothing is left but its claim. */
function idsOf({ claim, names }: Claimed): string[] {
  const ids = names.flatMap(({ kind, name }) => (kind === 'person' ? [] : [name]));
  return ids.length === 0 ? [`claim ${claim.id}`] : ids;
}

/** For which families of each authority payments that are limited to so many are claimed. */
export class Places {
  private readonly limits: ReadonlyMap<string, FamilyLimit>;
  private readonly taken = new Map<string, Families>();

  constructor(limits: readonly FamilyLimit[], claims: readonly Claimed[]) {
    this.limits = new Map(limits.map((limit) => [limit.payment, limit]));
    for (const claim of claims) this.add(claim);
  }

  /** Adds a claim that is proposed but not yet written. */
  add(one: Claimed): void {
    const { payment, localAuthority } = one.claim;
    if (!this.limits.has(payment)) return;
    const key = JSON.stringify([payment, localAuthority]);
    const families = this.taken.get(key) ?? new Families();
    families.add(idsOf(one));
    this.taken.set(key, families);
  }

  /** Whether there is room for a family for which a payment is not claimed yet. */
  roomFor(
    payment: string,
    { localAuthority }: Pick<LedgerFamily, 'localAuthority'>,
    days: Parameters<FamilyLimit['mostOn']>[0],
  ): Room {
    const limit = this.limits.get(payment);
    if (limit === undefined) return 'there-is';
    const most = limit.mostOn(days);
    if (most === undefined) return 'families-unknown';
    const taken = this.taken.get(JSON.stringify([payment, localAuthority]))?.each().length ?? 0;
    return taken < most ? 'there-is' : 'families-full';
  }

  /** The same for the same families: by it a change since is told. */
  digest(): string {
    const taken = [...this.taken].map(([key, families]) =>
      canonical([key, families.each().map(canonical).sort()]),
    );
    return sha256(canonical(taken.sort()));
  }
}

/**
 * For which families of these authorities the limited payments of a version are claimed, whoever claimed and under whichever version
 * of the phase. Nothing is read where it limits none.
 */
export async function placesIn(
  reading: { readonly q: Reads; readonly tables: Tables },
  { ruleset }: Pick<Version, 'ruleset'>,
  families: readonly LedgerFamily[],
): Promise<Places> {
  const limits = familyLimits(ruleset);
  if (limits.length === 0) return new Places([], []);
  const { claim } = reading.tables;
  const authorities = [...new Set(families.map(({ localAuthority }) => localAuthority))];
  const rows = await reading.q
    .select()
    .from(claim)
    .where(
      and(
        ...[eq(claim.programme, ruleset.programme), eq(claim.phase, ruleset.phase)],
        inArray(
          claim.payment,
          limits.map(({ payment }) => payment),
        ),
        inArray(claim.localAuthority, authorities),
      ),
    );
  const events = await eventsOf(
    reading,
    rows.map(({ id }) => id),
  );
  const counting = rows.filter(({ id, pence }) => standingOf(pence, events.get(id) ?? []).countsPence > 0);
  const names = await namesOfClaims(
    reading,
    counting.map(({ id }) => id),
  );
  return new Places(
    limits,
    counting.map((one) => ({ claim: one, names: names.get(one.id) ?? [] })),
  );
}
