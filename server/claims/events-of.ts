import { asc, inArray } from 'drizzle-orm';
import type { ClaimEvent, ClaimEventName } from '../../engine/programme.ts';
import { inPieces } from '../decisions/family-keys.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';

/** What became of a claim, as the ledger has it. */
export interface KeptEvent extends ClaimEvent {
  readonly on: string;
  readonly reason: string | null;
  readonly at: string;
  readonly by: { readonly actor: string; readonly name: string };
}

function keptEvent({ event, on, pence, reason, at, actor, actorName }: Row<'claimEvent'>): KeptEvent {
  return {
    // because it was read from a column that holds these alone
    event: event as ClaimEventName,
    ...(pence === null ? {} : { pence }),
    ...{ on, reason, at, by: { actor, name: actorName } },
  };
}

/** What became of each of these claims, in order; a claim of which nothing has become is left out. */
export async function eventsOf(
  { q, tables: { claimEvent } }: { readonly q: Reads; readonly tables: Tables },
  claims: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptEvent[]>> {
  const events = new Map<string, KeptEvent[]>();
  for (const some of inPieces(claims)) {
    const rows = await q
      .select()
      .from(claimEvent)
      .where(inArray(claimEvent.claim, [...some]))
      .orderBy(asc(claimEvent.entry), asc(claimEvent.place));
    for (const row of rows) events.set(row.claim, [...(events.get(row.claim) ?? []), keptEvent(row)]);
  }
  return events;
}
