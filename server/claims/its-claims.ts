import { Refusal } from '../governance/refusal.ts';
import type { Principal } from '../identity/principal.ts';
import type { Store } from '../store/store.ts';
import { claimsOf } from './find.ts';
import { type ClaimRun, runIn } from './run.ts';
import { sampledIn, shownClaim, shownRun } from './shown.ts';

type Reading = Pick<Store, 'read' | 'tables'>;
type Scope = Pick<Principal, 'authority'>;

/** A run of an authority. Throws a `Refusal` where it has none of this id. */
export function itsRun({ read, tables }: Reading, id: string, scope: Scope): Promise<ClaimRun> {
  return read((q) => runIn({ q, tables }, id, scope));
}

/** A run as it is shown, with its claims counted. */
export async function shownWhole(store: Reading, run: ClaimRun, scope: Scope) {
  return shownRun(store, run, await claimsOf(store, scope, { run: run.id }));
}

/** Claims of an authority by id, in the order asked. Throws a `Refusal` where one is not there. */
export async function shownClaims(store: Reading, ids: readonly string[], scope: Scope) {
  const found = await claimsOf(store, scope, { ids: [...new Set(ids)] });
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
