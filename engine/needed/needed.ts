import * as z from 'zod';
import type { CompiledRuleset } from '../decide/compile.ts';
import { reason } from '../decide/decision.ts';
import { civilDay, label, name } from '../document/names.ts';
import type { Stretch } from '../earliest/turning-days.ts';
import type { Family } from '../family/family.ts';
import { formatDay } from '../time/civil-date.ts';
import { verdictOf, verdicts } from '../verdict.ts';
import type { Change, ChangeKind } from './changes.ts';
import { searchNeeded } from './search.ts';
import type { Way } from './sets.ts';

/** One thing that would have to be otherwise: the reason why it is not so now. */
export const neededChange = reason.extend({
  /** What it would have to be. */
  to: z.enum(['met', 'not-met']),
  /** Where time must pass: the first day on which it is so if nothing new happens. Absent where that is not by the last day asked about. */
  from: civilDay.optional(),
});

const changes = z.array(neededChange);

/** One smallest set of changes after which a payment's conditions would be met: all of them are needed, and together they are enough. */
export const neededWay = z.strictObject({
  /** False where one of them is impossible. */
  reachable: z.boolean(),
  /** What is not known, and would have to be found to speak for the family. */
  evidence: changes,
  /** What is known, and would have to become better. */
  progress: changes,
  /** What comes about by waiting, if nothing new happens. */
  time: changes,
  /** What no evidence, progress or waiting changes: of days that are past, of the rules themselves, or judged by a person. */
  impossible: changes,
});

/** What a payment still needs. */
export const needed = z.strictObject({
  payment: name,
  label,
  verdict: z.enum(verdicts),
  duePence: z.int().nonnegative(),
  possiblePence: z.int().nonnegative(),
  /** The fewest changes first; those that are out of reach only where no other is. One way of no changes where its conditions are met; none where nothing that was judged could meet them, or, with `more`, nothing that was found. */
  ways: z.array(neededWay),
  /** Whether there are, or may be, more ways than these. */
  more: z.boolean(),
});
export type Needed = z.infer<typeof needed>;

/** Ways given for each payment, at most. */
export const MOST_GIVEN = 12;

function wayOf(all: readonly Change[], way: Way): z.infer<typeof neededWay> {
  const of = (kind: ChangeKind) =>
    way.flatMap((at) => {
      const change = all[at];
      if (change?.kind !== kind) return [];
      const from = change.from === undefined ? {} : { from: formatDay(change.from) };
      return [{ ...change.reason, to: change.to, ...from }];
    });
  const impossible = of('impossible');
  return {
    reachable: impossible.length === 0,
    evidence: of('evidence'),
    progress: of('progress'),
    time: of('time'),
    impossible,
  };
}

/**
 * What each payment of a ruleset still needs on the first day of a stretch, in the ruleset's order: the smallest sets of changes
 * after which its conditions would be met. Waiting is looked for until the stretch's last day. Total, and reads no clock.
 */
export function stillNeeded(compiled: CompiledRuleset, family: Family, stretch: Stretch): Needed[] {
  const { evaluation, changes: all, ways, mayBeMore } = searchNeeded(compiled, family, stretch);
  return compiled.ruleset.payments.flatMap((payment, at) => {
    const due = evaluation.dues[at];
    if (due === undefined) return [];
    const enough = (ways[at] ?? []).map((way) => wayOf(all, way));
    const within = enough.filter(({ reachable }) => reachable);
    const given = within.length > 0 ? within : enough;
    return {
      ...{ payment: payment.id, label: payment.label, verdict: verdictOf(due.bit) },
      ...{ duePence: due.due, possiblePence: due.possible },
      ways: given.slice(0, MOST_GIVEN),
      more: given.length > MOST_GIVEN || mayBeMore[at] === true,
    };
  });
}
