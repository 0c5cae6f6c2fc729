import { type Compact, tracePlaces } from '../decide/compact.ts';
import type { CompiledRuleset } from '../decide/compile.ts';
import { NOT_MET } from '../verdict.ts';
import { refolder } from './refold.ts';

/**
 * Finds what a kept verdict of `not-met` is one condition short of: the comparison of every fact that, were it `met` wherever
 * it is `not-met`, would make the verdict `met`. Of a verdict that is not `not-met`, or of a trace of other rules, it finds
 * nothing.
 */
export function shortOf(compiled: CompiledRuleset, node: string): (kept: Compact) => readonly string[] {
  const refold = refolder(compiled);
  const { slots } = compiled.compiler;
  const compares = new Set(slots.places.flatMap(({ id, condition }) => ('fact' in condition ? [id] : [])));
  const comparisons = tracePlaces(compiled.ruleset)
    .map((place, at) => ({ place, at }))
    .filter(({ place }) => compares.has(place));
  return (kept) => {
    if (refold(kept)?.(node) !== 'not-met') return [];
    const isNotMet = (at: number) => (Number.parseInt(kept.trace.places[at] ?? '', 16) & NOT_MET) !== 0;
    return comparisons
      .filter(({ at }) => isNotMet(at))
      .map(({ place }) => place)
      .filter((place) => refold(kept, { place, from: 'not-met', to: 'met' })?.(node) === 'met');
  };
}
