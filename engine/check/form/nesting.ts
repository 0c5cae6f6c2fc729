import { pointerOf } from '../../pointer.ts';
import { finding, type Finding } from '../finding.ts';

/** Keys under which everything is judged for one member at a time. */
const perMember: readonly string[] = ['some', 'every', 'satisfies', 'members'];

/**
 * Quantifiers inside quantifiers, in a document that has the form of a ruleset. Looked for before zod reads it, because
 * zod tries every form at every level and each quantifier inside another would double the work.
 */
export function nestedQuantifiers(document: unknown): Finding[] {
  const findings: Finding[] = [];
  const path: string[] = [];
  const visit = (value: unknown, inside: boolean) => {
    if (typeof value !== 'object' || value === null) return;
    if (inside && 'satisfies' in value && ('some' in value || 'every' in value)) {
      const message = 'a quantifier cannot stand inside another';
      findings.push(finding('nested-quantifier', pointerOf(path), { message }));
    }
    for (const [key, inner] of Object.entries(value)) {
      path.push(key);
      visit(inner, inside || perMember.includes(key));
      path.pop();
    }
  };
  visit(document, false);
  return findings;
}
