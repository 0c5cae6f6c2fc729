import type { Basis } from '../library/basis.ts';
import { Refusal } from '../governance/refusal.ts';
import type { Reader } from './reading/reader.ts';
import { tablesOf } from './reading/tables.ts';

/** The vocabulary that is meant: the one that is named, or the only one there is. */
export function vocabularyMeant(basis: Basis, named: string | undefined): string {
  const known = [...basis.vocabularies.keys()];
  const [only, ...others] = known;
  const meant = named ?? (others.length === 0 ? only : undefined);
  if (meant === undefined || !known.includes(meant))
    throw new Refusal('vocabulary-not-found', { vocabularies: known });
  return meant;
}

/** What reads cohorts in a vocabulary. */
export function readerOf(basis: Basis, vocabulary: string): Reader {
  const held = basis.vocabularies.get(vocabularyMeant(basis, vocabulary));
  if (held === undefined) throw new Error('invariant: a vocabulary that is meant is there');
  return { tables: tablesOf(held.document), vocabulary, basis };
}
