import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../store/tx.ts';
import { freshFamilyKeys } from './family-key.ts';

/** Values that one question names, at most. */
export const AT_ONCE = 400;

/** The values in pieces that one question can name. */
export function* inPieces<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += AT_ONCE) yield values.slice(from, from + AT_ONCE);
}

/** The key of each of these families of an authority; a family that has none is given one. */
export async function familyKeys(
  tx: Tx,
  authority: string,
  families: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { familyKey } = tx.tables;
  const keys = new Map<string, string>();
  const wanted = [...new Set(families)];
  for (const some of inPieces(wanted)) {
    const found = await tx.q
      .select({ family: familyKey.family, key: familyKey.key })
      .from(familyKey)
      .where(and(eq(familyKey.authority, authority), inArray(familyKey.family, [...some])));
    for (const { family, key } of found) if (family !== null && key !== null) keys.set(family, key);
  }
  const without = wanted.filter((family) => !keys.has(family));
  const rows = freshFamilyKeys(without.length).map((key, place) => ({
    ...{ id: `${String(tx.entry)}-${String(place)}`, entry: tx.entry, place },
    ...{ authority, family: without[place] ?? '', key },
  }));
  if (rows.length > 0) await tx.insertMany('familyKey', rows);
  for (const { family, key } of rows) keys.set(family, key);
  return keys;
}
