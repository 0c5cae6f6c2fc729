import * as z from 'zod';
import { pointerOf } from '../pointer.ts';
import type { VerdictsOnly } from '../decide/verdicts-only.ts';

const said = z.union([z.string(), z.number(), z.null()]);

/** One thing that two decisions say differently; null is what one of them does not have. */
export const change = z.strictObject({
  /** JSON Pointer into a decision, with ids in place of positions: `/criteria/education/verdict`. */
  path: z.string(),
  from: said,
  to: said,
});
export type Change = z.infer<typeof change>;

type Said = Change['from'];

/** What is compared: verdicts, routes and amounts, by path. Labels, sources and reasons are words about them. */
function* pathsOf(decided: VerdictsOnly): Generator<[path: string, said: Said]> {
  for (const { id, verdict } of decided.criteria) yield [pointerOf(['criteria', id, 'verdict']), verdict];
  const { eligibility } = decided;
  yield ['/eligibility/verdict', eligibility.verdict];
  yield ['/eligibility/route', eligibility.route];
  for (const { id, verdict } of eligibility.routes)
    yield [pointerOf(['eligibility', 'routes', id, 'verdict']), verdict];
  for (const { id, verdict, parts } of decided.outcomes) {
    yield [pointerOf(['outcomes', id, 'verdict']), verdict];
    for (const part of parts) yield [pointerOf(['outcomes', id, 'parts', part.id, 'verdict']), part.verdict];
  }
  for (const payment of decided.payments) {
    const { id, verdict, ratePence, duePence, possiblePence } = payment;
    for (const [key, value] of Object.entries({ verdict, ratePence, duePence, possiblePence }))
      yield [pointerOf(['payments', id, key]), value];
  }
  yield ['/totalDuePence', decided.totalDuePence];
  yield ['/totalPossiblePence', decided.totalPossiblePence];
}

/** Everything that two decisions about one family say differently, in the order of the left one, then of the right. */
export function changesBetween(left: VerdictsOnly, right: VerdictsOnly): Change[] {
  const [before, after] = [new Map(pathsOf(left)), new Map(pathsOf(right))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }))
    .filter(({ from, to }) => from !== to);
}

/** Ids that two decisions have in common: what they can be compared by, beside eligibility and totals. */
export const sharedIds = z.strictObject({
  criteria: z.array(z.string()),
  outcomes: z.array(z.string()),
  payments: z.array(z.string()),
});
export type SharedIds = z.infer<typeof sharedIds>;

type Named = Readonly<Record<keyof SharedIds, readonly { readonly id: string }[]>>;

/** Of two rulesets, or of decisions under them; all empty where they share nothing. */
export function idsShared(left: Named, right: Named): SharedIds {
  const both = (kind: keyof SharedIds) => {
    const there = new Set(right[kind].map(({ id }) => id));
    return left[kind].map(({ id }) => id).filter((id) => there.has(id));
  };
  return { criteria: both('criteria'), outcomes: both('outcomes'), payments: both('payments') };
}
