import { and, eq, inArray, ne } from 'drizzle-orm';
import { inPieces } from '../decisions/family-keys.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { ClaimDocument } from './document.ts';
import { claimsIn, claimsOf } from './find.ts';
import { sampledIn, shownClaim } from './shown.ts';

interface Whose {
  readonly authority: string;
  readonly family: string;
}

/** Whether the ledger names a family, in a claim or in what was held back. */
export async function isInClaims(
  { read, tables: { claim, claimHeld, claimName } }: Pick<Store, 'read' | 'tables'>,
  { authority, family }: Whose,
): Promise<boolean> {
  return read(async (q) => {
    const claims = await q.$count(claim, and(eq(claim.authority, authority), eq(claim.family, family)));
    const theirs = and(eq(claimHeld.authority, authority), eq(claimHeld.family, family));
    const named = and(
      eq(claimName.authority, authority),
      eq(claimName.name, family),
      ne(claimName.kind, 'person'),
    );
    return claims + (await q.$count(claimHeld, theirs)) + (await q.$count(claimName, named)) > 0;
  });
}

/** The claims of a family, as they stand. */
export async function claimsWith(
  store: Pick<Store, 'read' | 'tables'>,
  { authority, family }: Whose,
): Promise<ClaimDocument[]> {
  const found = await claimsOf(store, { authority }, { family });
  const drawn = await sampledIn(
    store,
    found.map(({ claim }) => claim.run),
  );
  return found.map((one) => shownClaim(one, drawn));
}

/** Withdraws what is only proposed for a family that is erased: nobody could say any more whom it is for. */
async function withdrawProposed(tx: Tx, { authority, family }: Whose): Promise<void> {
  const claims = await claimsIn(tx, { authority }, { family });
  const proposed = claims.filter(({ standing }) => standing.state === 'proposed');
  if (proposed.length === 0) return;
  await tx.insertMany(
    'claimEvent',
    proposed.map(({ claim, events }, place) => ({
      ...{ id: `${String(tx.entry)}-${String(place)}`, entry: tx.entry, place, claim: claim.id, authority },
      ...{ event: 'withdrawn', on: events.at(-1)?.on ?? claim.on, pence: null },
      ...{ reason: 'the family was erased', at: tx.at, actor: 'system', actorName: 'system' },
    })),
  );
}

/**
 * Takes a family’s names out of the ledger, and gives how many claims it had: amounts, versions and records stay. What was only
 * proposed is withdrawn.
 */
export async function eraseFromClaims(tx: Tx, { authority, family }: Whose): Promise<number> {
  const { claim, claimName, claimHeld, claimApart } = tx.tables;
  await withdrawProposed(tx, { authority, family });
  const rows = await tx.q
    .select({ id: claim.id })
    .from(claim)
    .where(and(eq(claim.authority, authority), eq(claim.family, family)));
  for (const some of inPieces(rows.map(({ id }) => id))) {
    await tx.empty('claim', { family: null }, inArray(claim.id, [...some]));
    await tx.empty('claimName', { name: null }, inArray(claimName.claim, [...some]));
  }
  // because claims of other families may name it as a former one
  const named = and(
    eq(claimName.authority, authority),
    eq(claimName.name, family),
    ne(claimName.kind, 'person'),
  );
  if (named !== undefined) await tx.empty('claimName', { name: null }, named);
  const held = and(eq(claimHeld.authority, authority), eq(claimHeld.family, family));
  const apart = and(eq(claimApart.authority, authority), eq(claimApart.family, family));
  if (held !== undefined) await tx.empty('claimHeld', { family: null }, held);
  if (apart !== undefined) await tx.empty('claimApart', { family: null }, apart);
  return rows.length;
}
