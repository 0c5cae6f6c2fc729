import type { CoverageSpan, Family } from '../family/family.ts';
import { addDays, type Day } from '../time/civil-date.ts';

/**
 * A family to whom nothing new happens after a day. What was known of a record type until that day or the eve of it stays known
 * until `until`, that day included, so that no record means that nothing happened; what was not known stays unknown. Spells
 * without an end go on. No term that is still to come has a row.
 */
export function goingOn(
  family: Family,
  { asOf, until }: { readonly asOf: Day; readonly until: Day },
): Family {
  const after = addDays(until, 1);
  const longer = (span: CoverageSpan): CoverageSpan =>
    span.from <= asOf && span.to >= asOf && span.to < after ? { ...span, to: after } : span;
  const coverage = new Map([...family.coverage].map(([type, spans]) => [type, spans.map(longer)]));
  return { ...family, coverage };
}
