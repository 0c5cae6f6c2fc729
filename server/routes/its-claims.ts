import { Refusal } from '../governance/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import { claimsOf } from '../claims/find.ts';
import { type ClaimRun, runIn } from '../claims/run.ts';
import { sampledIn, shownClaim, shownRun } from '../claims/shown.ts';
import type { Store } from '../store/store.ts';

/** A run of the caller’s authority. Throws a `Refusal` where it has none of this id. */
export function itsRun(store: Store, id: string, principal: Principal): Promise<ClaimRun> {
  return store.read((q) => runIn({ q, tables: store.tables }, id, principal));
}

/** A run as it is shown, with its claims counted. */
export async function shownWhole(store: Store, run: ClaimRun, principal: Principal) {
  return shownRun(store, run, await claimsOf(store, principal, { run: run.id }));
}

/** Claims of the caller’s authority by id, in the order asked. Throws a `Refusal` where one is not there. */
export async function shownClaims(store: Store, ids: readonly string[], principal: Principal) {
  const found = await claimsOf(store, principal, { ids: [...new Set(ids)] });
  const sampled = await sampledIn(
    store,
    found.map(({ claim }) => claim.run),
  );
  return [...new Set(ids)].map((id) => {
    const one = found.find(({ claim }) => claim.id === id);
    if (one === undefined) throw new Refusal('claim-not-found');
    return shownClaim(one, sampled);
  });
}
