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
  const waiting = [...ruleset.outcomes, ...ruleset.eligibility.routes, ...ruleset.criteria].map(
    ({ id }) => id,
  );
  // because a chain may be longer than a call stack is deep
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const before = (refersTo.get(id) ?? []).filter((other) => !ordered.has(other));
    if (before.length === 0) ordered.add(id);
    else waiting.push(id, ...before);
  }
  return [...ordered];
}
