import { step } from '../../pointer.ts';
import { finding, type Finding } from '../finding.ts';

/** Keys under which everything is judged for one member at a time. */
const perMember: readonly string[] = ['some', 'every', 'satisfies', 'members'];

/**
 * Quantifiers inside quantifiers, in a document that has the form of a ruleset. Looked for before zod reads it, because
 * zod tries every form at every level and each quantifier inside another would double the work.
 */
export function nestedQuantifiers(value: unknown, pointer = '', inside = false): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  const quantifier = 'satisfies' in value && ('some' in value || 'every' in value);
  const nested =
    inside && quantifier
      ? [finding('nested-quantifier', pointer, { message: 'a quantifier cannot stand inside another' })]
      : [];
  const below = Object.entries(value).flatMap(([key, inner]) =>
    nestedQuantifiers(inner, step(pointer, key), inside || perMember.includes(key)),
  );
  return [...nested, ...below];
}
