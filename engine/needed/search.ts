import type { CompiledRuleset } from '../decide/compile.ts';
import { evaluate, type Evaluation } from '../decide/evaluate.ts';
import type { PaymentCode } from '../decide/pots.ts';
import { FAMILY } from '../decide/run.ts';
import { asBit, ELIGIBILITY } from '../decide/slots.ts';
import { judgedDays } from '../earliest/claimable.ts';
import type { Stretch } from '../earliest/turning-days.ts';
import type { Family } from '../family/family.ts';
import { makeSteps } from '../review/refold.ts';
import type { Day } from '../time/civil-date.ts';
import { MET, UNKNOWN, type Bit } from '../verdict.ts';
import { Changes, type Change, type FirstDay, type Forced } from './changes.ts';
import { nothing, type Way, type Ways } from './sets.ts';
import { WaysTo } from './ways-to.ts';

/** Every way to have each payment's conditions met. */
export interface Search {
  readonly evaluation: Evaluation;
  readonly changes: readonly Change[];
  /** By the payment's place in the ruleset; the best first. */
  readonly ways: readonly Ways[];
  /** Whether a payment is met once some changes are made: the rules are folded again with them. */
  readonly holds: (payment: number, way: Way) => boolean;
  /** Whether a payment's conditions are met once some verdicts are others. */
  readonly folds: (payment: number, forced: readonly Forced[]) => boolean;
  /** Of each payment, whether there may be ways that were not found: too many were, or some did not hold. */
  readonly mayBeMore: readonly boolean[];
}

const standsInTheWay: readonly PaymentCode[] = [
  'not-attached',
  'claim-window-closed',
  'no-price',
  'claimed-elsewhere',
];

/** What a payment lacks beside its conditions, also where they are not met. */
function lacking(compiled: CompiledRuleset, { run, dues }: Evaluation, at: number): PaymentCode[] {
  const due = dues[at];
  const codes = (due?.codes ?? []).filter((code) => standsInTheWay.includes(code));
  const ifMet = run.bytes[compiled.compiler.slots.ifMet(at, run.family.members.length)];
  if (codes.length > 0 || ifMet !== UNKNOWN) return codes;
  return [due?.rate === null ? 'no-price' : 'claimed-elsewhere'];
}

/** The first later day on which a verdict is another. The days are judged once, and only if one is asked for. */
function firstDays(compiled: CompiledRuleset, family: Family, stretch: Stretch): FirstDay {
  let days: { readonly from: Day; readonly bytes: Uint8Array }[] | undefined;
  return ({ at, bit }) => {
    days ??= [...judgedDays(compiled, family, stretch)].map(({ from, run }) => ({ from, bytes: run.bytes }));
    return days.find(({ bytes }) => bytes[at] === bit)?.from;
  };
}

/** Folds the rules again with some verdicts changed. */
function folding(compiled: CompiledRuleset, { run }: Evaluation): Search['folds'] {
  const steps = makeSteps(compiled);
  const { slots } = compiled.compiler;
  return (payment, forced) => {
    const bytes = run.bytes.slice();
    for (const { at, bit } of forced) bytes[at] = bit;
    const { members } = run.family;
    // what it lacks beside its conditions is a change of its own
    bytes[slots.ifMet(payment, members.length)] = MET;
    const again = {
      ...{ asOf: run.asOf, attachedOn: run.attachedOn, looks: run.looks, bytes, family: { members } },
      // a recorded judgement stays as it is, unless it is what was changed
      supposed: (id: string, bit: Bit) =>
        run.overridden.has(id) ? asBit(bytes[slots.slot(id).at] ?? 0) || bit : bit,
    };
    for (const step of steps) step(again);
    const { id = '' } = compiled.ruleset.payments[payment] ?? {};
    return slots.read(again, id, FAMILY) === MET;
  };
}

/** A way without what it can do without: a change may make a part not apply that another was to meet. */
function pared(way: Way, holds: (way: Way) => boolean): Way {
  const loose = way.find((change) => holds(way.filter((one) => one !== change)));
  return loose === undefined
    ? way
    : pared(
        way.filter((one) => one !== loose),
        holds,
      );
}

/** Looks for every payment's ways on the first day of a stretch. What does not hold when the rules are folded again is left out. */
export function searchNeeded(compiled: CompiledRuleset, family: Family, stretch: Stretch): Search {
  const evaluation = evaluate(compiled, family, { ...stretch, record: true });
  const { run, dues } = evaluation;
  const ground = {
    ...{ compiler: compiled.compiler, run, firstDay: firstDays(compiled, family, stretch) },
    attachedOn: stretch.restateAttachment ?? family.attachedOn,
  };
  const changes = new Changes(ground);
  const to = new WaysTo(ground, changes);
  const beside = compiled.ruleset.payments.map((_, at): Way => {
    const due = dues[at];
    return due === undefined
      ? []
      : lacking(compiled, evaluation, at).map((code) => changes.ofPayment(code, due));
  });
  const folds = folding(compiled, evaluation);
  const holds: Search['holds'] = (payment, way) =>
    (beside[payment] ?? []).every((change) => way.includes(change)) &&
    folds(
      payment,
      way.flatMap((one) => changes.list[one]?.forces ?? []),
    );
  const looked = compiled.ruleset.payments.map(({ when }, at) => {
    const conditions = when === undefined ? nothing : to.place(when, { member: FAMILY, want: MET });
    return to.join.together([to.rule(ELIGIBILITY, MET), conditions, [beside[at] ?? []]]);
  });
  // only now, because being attached changes all that any payment waits for it
  const holding = looked.map((all, at) => all.filter((way) => holds(at, way)));
  const ways = holding.map((enough, at) =>
    to.join.smallest(enough.map((way) => pared(way, (one) => holds(at, one)))),
  );
  const mayBeMore = looked.map((all, at) => to.join.wasCut() || all.length > (holding[at]?.length ?? 0));
  return { evaluation, changes: changes.list, ways, holds, folds, mayBeMore };
}
