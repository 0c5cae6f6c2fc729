import { and, eq, inArray } from 'drizzle-orm';
import { type FamilyLimit, familyLimits, standingOf } from '../../engine/programme.ts';
import { canonical, sha256 } from '../canonical.ts';
import type { Version } from '../library/library.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import { eventsOf } from './events-of.ts';
import type { LedgerFamily } from './family.ts';

type Claimed = Pick<Row<'claim'>, 'id' | 'localAuthority' | 'family' | 'payment'>;

/** Whether an authority may still be paid for one more family, of a payment that is for so many at most. */
export type Room = 'there-is' | 'families-full' | 'families-unknown';

/** An erased family is told from others by its claim alone. */
const familyOf = ({ family, id }: Pick<Claimed, 'family' | 'id'>) => family ?? `claim ${id}`;

/** For which families of each authority payments that are limited to so many are claimed. */
export class Places {
  private readonly limits: ReadonlyMap<string, FamilyLimit>;
  private readonly taken = new Map<string, Set<string>>();

  constructor(limits: readonly FamilyLimit[], claims: readonly Claimed[]) {
    this.limits = new Map(limits.map((limit) => [limit.payment, limit]));
    for (const claim of claims) this.add(claim);
  }

  /** Adds a claim that is proposed but not yet written. */
  add(claim: Claimed): void {
    if (!this.limits.has(claim.payment)) return;
    const key = JSON.stringify([claim.payment, claim.localAuthority]);
    this.taken.set(key, (this.taken.get(key) ?? new Set()).add(familyOf(claim)));
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
    const taken = this.taken.get(JSON.stringify([payment, localAuthority]))?.size ?? 0;
    return taken < most ? 'there-is' : 'families-full';
  }

  /** The same for the same families: by it a change since is told. */
  digest(): string {
    const taken = [...this.taken].map(([key, families]) => [key, ...[...families].sort()]);
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
  return new Places(
    limits,
    rows.filter(({ id, pence }) => standingOf(pence, events.get(id) ?? []).countsPence > 0),
  );
}
