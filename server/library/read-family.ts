import { type Diagnostic, err, type Family, nearest, ok, type Result } from '../../engine/index.ts';
import type { Basis, HeldVocabulary } from './basis.ts';
import { found } from './finding.ts';
import { canonicalOf, hashOfText } from './hash.ts';

export interface ReadFamily {
  readonly family: Family;
  /** Canonical JSON of the family as given, and its hash. */
  readonly text: string;
  readonly hash: string;
  /** Of the vocabulary it was read in. */
  readonly vocabularyHash: string;
}

/** The vocabulary that a family says it is written in, or undefined where it does not say. */
export function vocabularyNamedBy(family: unknown): string | undefined {
  if (typeof family !== 'object' || family === null || !Object.hasOwn(family, 'vocabulary')) return undefined;
  const named = new Map<string, unknown>(Object.entries(family)).get('vocabulary');
  return typeof named === 'string' ? named : undefined;
}

/** A family may be written in another version of the ruleset's vocabulary, never in another vocabulary. */
export function vocabularyFor(
  family: unknown,
  own: string,
  basis: Basis,
): Result<HeldVocabulary, Diagnostic[]> {
  const [id = ''] = own.split('@');
  const known = [...basis.vocabularies.keys()].filter((name) => name.startsWith(`${id}@`));
  const named = vocabularyNamedBy(family) ?? own;
  const held = known.includes(named) ? basis.vocabularies.get(named) : undefined;
  if (held !== undefined) return ok(held);
  const message = `no version of the vocabulary \`${id}\` is named \`${named}\``;
  const suggestion = nearest(named, known) ?? own;
  return err([found('unknown-vocabulary', '/vocabulary', { message, suggestion })]);
}

/** Checks a family whole, in the vocabulary it names or, where it names none, in `own`. */
export function readFamily(document: unknown, own: string, basis: Basis): Result<ReadFamily, Diagnostic[]> {
  const canonical = canonicalOf(document);
  if (!canonical.ok) return canonical;
  const vocabulary = vocabularyFor(document, own, basis);
  if (!vocabulary.ok) return vocabulary;
  const family = vocabulary.value.parseFamily(document);
  if (!family.ok) return family;
  const text = canonical.value;
  return ok({ family: family.value, text, hash: hashOfText(text), vocabularyHash: vocabulary.value.hash });
}
