import { and, eq } from 'drizzle-orm';
import { Refusal } from '../governance/refusal.ts';
import { type Principal, writerOf } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import { heldForPeople } from './judge.ts';

interface Making {
  readonly store: Store;
  readonly principal: Principal;
  readonly ids: () => string;
}

/** The ids of claims that a row of what was held back names. */
export function namedBy({ claims }: { readonly claims: string }): readonly string[] {
  // because it is what was written of it
  return JSON.parse(claims) as readonly string[];
}

/**
 * Writes down that a claim is of another family than the one in whose way it stood: from then on it is not counted against
 * that family. Throws a `Refusal` where it stands in nobody's way.
 */
export function findApart(
  { store, principal, ids }: Making,
  asked: { readonly family: string; readonly claim: string; readonly reason: string },
): Promise<void> {
  const { actor, authority } = writerOf(principal);
  const { family, claim, reason } = asked;
  return store.write(writerOf(principal), async (tx) => {
    const { claimHeld } = tx.tables;
    const held = await tx.q
      .select({ claims: claimHeld.claims, code: claimHeld.code })
      .from(claimHeld)
      .where(and(eq(claimHeld.authority, authority), eq(claimHeld.family, family)));
    const naming = held.filter((one) => namedBy(one).includes(claim));
    if (naming.length === 0)
      throw new Refusal('claim-not-found', { detail: 'no claim of this id stood in the way of this family' });
    if (!naming.some(({ code }) => heldForPeople.some((one) => one === code)))
      throw new Refusal('claim-not-in-doubt');
    tx.record({ action: 'claim-found-apart', subject: claim });
    await tx.insertMany('claimApart', [
      {
        ...{ id: ids(), entry: tx.entry, place: 0, authority, family, claim },
        ...{ reason, at: tx.at, actor, actorName: principal.name },
      },
    ]);
  });
}
