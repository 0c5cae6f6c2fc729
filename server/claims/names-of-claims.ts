import { inArray } from 'drizzle-orm';
import { inPieces } from '../decisions/family-keys.ts';
import type { Reads } from '../store/connection.ts';
import type { Row, Tables } from '../store/schema.ts';
import type { LedgerName } from './family.ts';

/** A name as it is kept; nothing of one that was erased. */
export function keptName({ kind, name }: Pick<Row<'claimName'>, 'kind' | 'name'>): LedgerName[] {
  // because it was read from a column that holds these alone
  return name === null ? [] : [{ kind: kind as LedgerName['kind'], name }];
}

/** The names of claims, by claim. */
export async function namesOfClaims(
  { q, tables: { claimName } }: { readonly q: Reads; readonly tables: Tables },
  claims: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerName[]>> {
  const names = new Map<string, LedgerName[]>();
  for (const some of inPieces(claims)) {
    const rows = await q
      .select()
      .from(claimName)
      .where(inArray(claimName.claim, [...some]));
    for (const row of rows) names.set(row.claim, [...(names.get(row.claim) ?? []), ...keptName(row)]);
  }
  return names;
}
