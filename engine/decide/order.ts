import { placesOf } from '../document/places.ts';
import type { Ruleset } from '../document/ruleset.ts';

/** Criteria, routes and outcomes in an order in which each comes after all it refers to. */
export function judgingOrder(ruleset: Ruleset): string[] {
  const refersTo = new Map<string, string[]>();
  for (const { condition, owner } of placesOf(ruleset)) {
    if (!('condition' in condition)) continue;
    const id = owner.kind === 'part' ? (owner.id.split('.')[0] ?? owner.id) : owner.id;
    refersTo.set(id, [...(refersTo.get(id) ?? []), condition.condition]);
  }
  const ordered = new Set<string>();
  const visit = (id: string): void => {
    if (ordered.has(id)) return;
    for (const other of refersTo.get(id) ?? []) visit(other);
    ordered.add(id);
  };
  for (const { id } of [...ruleset.criteria, ...ruleset.eligibility.routes, ...ruleset.outcomes]) visit(id);
  return [...ordered];
}
