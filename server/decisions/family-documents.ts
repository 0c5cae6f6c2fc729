import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '../store/tx.ts';
import { inPieces } from './family-keys.ts';

/** Keeps families once each, by their keyed hashes. One that was emptied by age and comes again is filled again. */
export async function keepDocuments(
  tx: Tx,
  authority: string,
  documents: ReadonlyMap<string, string>,
): Promise<void> {
  const { familyDocument } = tx.tables;
  const held = new Set<string>();
  for (const some of inPieces([...documents.keys()])) {
    const found = await tx.q
      .select({ id: familyDocument.id, document: familyDocument.document })
      .from(familyDocument)
      .where(inArray(familyDocument.id, [...some]));
    for (const { id, document } of found) {
      held.add(id);
      if (document === null)
        await tx.empty('familyDocument', { document: documents.get(id) }, eq(familyDocument.id, id));
    }
  }
  const rows = [...documents]
    .filter(([id]) => !held.has(id))
    .map(([id, document], place) => ({ id, entry: tx.entry, place, authority, document }));
  if (rows.length > 0) await tx.insertMany('familyDocument', rows);
}
