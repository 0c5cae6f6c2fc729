import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Tx } from '../store/tx.ts';
import { inPieces } from './family-keys.ts';

/**
 * Of decisions to be kept, those that stand in for none, or for one of their authority that nothing stands in for yet and
 * whose family was not erased. The first of two for the same one.
 */
export async function standIns<One extends { readonly supersedes?: string }>(
  tx: Tx,
  authority: string,
  asked: readonly One[],
): Promise<readonly One[]> {
  const { decision } = tx.tables;
  const before = asked.flatMap(({ supersedes }) => (supersedes === undefined ? [] : [supersedes]));
  const free = new Set<string>();
  for (const some of inPieces(before)) {
    const there = await tx.q
      .select({ id: decision.id })
      .from(decision)
      .where(
        and(eq(decision.authority, authority), inArray(decision.id, [...some]), isNotNull(decision.family)),
      );
    for (const { id } of there) free.add(id);
    const taken = await tx.q
      .select({ id: decision.supersedes })
      .from(decision)
      .where(inArray(decision.supersedes, [...some]));
    for (const { id } of taken) if (id !== null) free.delete(id);
  }
  return asked.filter(({ supersedes }) => supersedes === undefined || free.delete(supersedes));
}
