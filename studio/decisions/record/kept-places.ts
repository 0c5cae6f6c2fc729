import type { KeptDecision } from '../../api.ts';
import type { Traced } from '../../decide/create-decided.ts';
import { type Ruleset, tracePlaces, verdicts } from '../../engine.ts';

/** A digit of a kept trace as verdicts: inside a quantifier it has that of every member. */
const verdictsOf = (digit: string) => {
  const bits = Number.parseInt(digit, 16);
  return verdicts.filter((_, at) => (bits & (1 << at)) !== 0);
};

/** What each place of the rules came to, from the trace that a record holds; nothing where it is not of these rules. */
export function keptPlaces({ trace }: Pick<KeptDecision, 'trace'>, ruleset: Ruleset): Traced['places'] {
  const ids = tracePlaces(ruleset);
  if (ids.length !== trace.places.length) return {};
  return Object.fromEntries(
    ids.map((node, at) => [
      node,
      verdictsOf(trace.places.charAt(at)).map((verdict) => ({ node, verdict, kind: 'kept' })),
    ]),
  );
}
