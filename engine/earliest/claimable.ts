import * as z from 'zod';
import type { CompiledRuleset } from '../decide/compile.ts';
import { evaluate } from '../decide/evaluate.ts';
import { civilDay, label, name } from '../document/names.ts';
import type { Family } from '../family/family.ts';
import { addDays, formatDay, type Day } from '../time/civil-date.ts';
import { between, type Judged } from './between.ts';
import { edgesOf } from './edges.ts';
import { goingOn } from './going-on.ts';
import { turningDays, type Stretch } from './turning-days.ts';

/** Days on which an amount can be had. */
const spell = z.strictObject({
  /** The first of them. */
  from: civilDay,
  /** The first day on which it can no longer be had, or comes to another amount; null where it can to the end of what was asked about. */
  until: civilDay.nullable(),
  pence: z.int().positive(),
});

/** When a payment can first be claimed if nothing new happens. */
export const claimable = z.strictObject({
  payment: name,
  label,
  /** When it is first due; null where it is not by the last day asked about. */
  due: spell.nullable(),
  /** When it could first be due, were everything that is not known found to speak for it; null where it could not. */
  possible: spell.nullable(),
});
export type Claimable = z.infer<typeof claimable>;

/** How a family is judged on every day of a stretch, by what is known of it on the last: whenever a verdict or an amount may change, anew. */
export function* judgedAsKnown(
  compiled: CompiledRuleset,
  later: Family,
  stretch: Stretch,
): Generator<Judged> {
  const { until, restateAttachment } = stretch;
  const edges = edgesOf(compiled);
  const days = turningDays(compiled, later, { stretch, edges });
  const judge = (from: Day): Judged => ({
    from,
    ...evaluate(compiled, later, { asOf: from, restateAttachment }),
  });
  for (const [position, from] of days.entries()) {
    const next = days[position + 1];
    const to = next === undefined ? until : addDays(next, -1);
    yield* between(judge, { from, to }, edges.drifts);
  }
}

/** How a family to whom nothing new happens is judged on every day of a stretch. */
export const judgedDays = (compiled: CompiledRuleset, family: Family, stretch: Stretch): Generator<Judged> =>
  judgedAsKnown(compiled, goingOn(family, stretch), stretch);

type Spell = z.infer<typeof spell>;

/** Takes one day's amount: the first that is above nothing, and when it ends. */
function follow(before: Spell | null, day: Day, pence: number): Spell | null {
  if (before === null) return pence > 0 ? { from: formatDay(day), until: null, pence } : null;
  return before.until === null && pence !== before.pence ? { ...before, until: formatDay(day) } : before;
}

/**
 * When each payment of a ruleset can first be claimed for a family on a day of a stretch, if nothing new happens to it after the
 * stretch's first day (`goingOn`); in the ruleset's order. Total, and reads no clock.
 */
export function claimableDays(compiled: CompiledRuleset, family: Family, stretch: Stretch): Claimable[] {
  let found: readonly Claimable[] = compiled.ruleset.payments.map(({ id, label: called }) => ({
    ...{ payment: id, label: called, due: null, possible: null },
  }));
  for (const { from, dues } of judgedDays(compiled, family, stretch))
    found = found.map(({ due, possible, ...payment }, at) => ({
      ...payment,
      due: follow(due, from, dues[at]?.due ?? 0),
      possible: follow(possible, from, dues[at]?.possible ?? 0),
    }));
  return [...found];
}
