import { type Compact, traceBytes } from '../decide/compact.ts';
import type { CompiledRuleset } from '../decide/compile.ts';
import { judgingOrder } from '../decide/order.ts';
import type { Days } from '../decide/parameters.ts';
import { both, paidIf } from '../decide/payments.ts';
import { FAMILY, type View } from '../decide/run.ts';
import { asBit, ELIGIBILITY } from '../decide/slots.ts';
import type { VerdictsOnly } from '../decide/verdicts-only.ts';
import type { Condition } from '../document/condition.ts';
import { parseDay } from '../time/civil-date.ts';
import {
  allOf,
  anyOf,
  bitOf,
  gated,
  verdictOf,
  type Bit,
  type Verdict,
  type VerdictSet,
} from '../verdict.ts';
import { refoldPlace, type Refold, type Refolding } from './refold-place.ts';

/** What is taken to be otherwise: wherever this place was judged `from`, it is `to`. */
export interface Supposed {
  readonly place: string;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** The verdict of anything that is judged once for a family: a criterion, route, outcome, part, payment or place. */
export type VerdictAt = (id: string) => Verdict | undefined;

/**
 * Folds a kept decision again, from its compact trace alone. With nothing supposed every verdict is what it was.
 * Undefined where the trace is not one of these rules.
 */
export type Refolder = (kept: Compact, supposed?: Supposed) => VerdictAt | undefined;

type Step = (run: Refolding) => void;
interface Rule {
  readonly appliesWhen?: Condition | undefined;
  readonly when?: Condition | undefined;
}

function daysOf({ asOf: today, attachedOn: attached }: VerdictsOnly): Days {
  const asOf = parseDay(today);
  const attachedOn = attached === null ? null : parseDay(attached);
  if (asOf === undefined || attachedOn === undefined)
    throw new Error('invariant: the days of an answer exist');
  return { asOf, attachedOn, looks: { attachment: attachedOn ?? asOf, asOf } };
}

/** Outcomes and parts in whose place a permitted judgement stands: that stays, however the rule folds. */
function overriddenIn({ outcomes }: VerdictsOnly): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ id, ownVerdict, parts }) => [
      ...(ownVerdict === undefined ? [] : [id]),
      ...parts.filter((part) => part.ownVerdict !== undefined).map((part) => `${id}.${part.id}`),
    ]),
  );
}

/** What folds a trace again, one rule after another. */
export function makeSteps({ compiler }: CompiledRuleset): Step[] {
  const { ruleset, slots } = compiler;
  const place = (condition: Condition | undefined) => condition && refoldPlace(compiler, condition);
  const ruled = (rule: Rule): Refold | undefined => {
    const [applies, when] = [place(rule.appliesWhen), place(rule.when)];
    if (when === undefined || applies === undefined) return when;
    return (run, view) => gated(applies(run, view), when(run, view));
  };
  const keep = (id: string) => {
    const { at } = slots.slot(id);
    return (run: Refolding, bit: Bit): Bit => {
      const left = run.supposed(id, bit);
      run.bytes[at] = left;
      return left;
    };
  };
  const alone = (id: string, rule: Rule, view: View): Step => {
    const [refold, kept] = [ruled(rule), keep(id)];
    return (run) => {
      if (refold !== undefined) kept(run, refold(run, view));
    };
  };
  const outcome = (one: (typeof ruleset.outcomes)[number]): Step => {
    const view: View = { looksFrom: one.looksFrom ?? 'asOf', member: FAMILY };
    if (one.parts === undefined) return alone(one.id, one, view);
    const parts = one.parts.map((part) => ({ refold: ruled(part), kept: keep(`${one.id}.${part.id}`) }));
    const [applies, kept] = [place(one.appliesWhen), keep(one.id)];
    return (run) => {
      let present: VerdictSet = 0;
      for (const part of parts)
        if (part.refold !== undefined) present |= part.kept(run, part.refold(run, view));
      const judged = allOf(present);
      kept(run, applies === undefined ? judged : gated(applies(run, view), judged));
    };
  };
  const steps = judgingOrder(ruleset).map((id): Step => {
    const one = ruleset.outcomes.find((it) => it.id === id);
    if (one !== undefined) return outcome(one);
    const criterion = ruleset.criteria.find((it) => it.id === id);
    const rule = criterion ?? ruleset.eligibility.routes.find((it) => it.id === id);
    if (rule === undefined) throw new Error(`invariant: ${id} is a criterion, a route or an outcome`);
    return alone(id, rule, { looksFrom: criterion?.looksFrom ?? 'attachment', member: FAMILY });
  });
  const routes = ruleset.eligibility.routes.map(({ id }) => id);
  const eligible = keep(ELIGIBILITY);
  const eligibility: Step = (run) => {
    const present = routes.reduce<VerdictSet>((bits, id) => bits | slots.read(run, id, FAMILY), 0);
    eligible(run, anyOf(present));
  };
  const payments = ruleset.payments.map(({ id, when }, at): Step => {
    const [refold, kept] = [place(when), keep(id)];
    const view: View = { looksFrom: 'asOf', member: FAMILY };
    return (run) => {
      const asked = both(slots.read(run, ELIGIBILITY, FAMILY) | (refold?.(run, view) ?? 0));
      const ifMet = asBit(run.bytes[slots.ifMet(at, run.family.members.length)] ?? 0);
      if (ifMet !== 0) kept(run, paidIf(ifMet, asked));
    };
  });
  return [...steps, eligibility, ...payments];
}

/** Makes the refolder of one ruleset. */
export function refolder(compiled: CompiledRuleset): Refolder {
  const { slots } = compiled.compiler;
  const steps = makeSteps(compiled);
  const known = new Set(slots.single);
  return ({ answer, trace }, supposed) => {
    const bytes = traceBytes(slots, trace);
    if (bytes === undefined) return undefined;
    const was = bytes.slice();
    const overridden = overriddenIn(answer);
    const from = supposed && bitOf(supposed.from);
    const to = supposed && bitOf(supposed.to);
    const run: Refolding = {
      ...daysOf(answer),
      bytes,
      family: { members: Array.from({ length: slots.membersIn(bytes.length) ?? 0 }) },
      supposed: (id, bit) => {
        const left = overridden.has(id) ? asBit(was[slots.slot(id).at] ?? 0) || bit : bit;
        return id === supposed?.place && left === from && to !== undefined ? to : left;
      },
    };
    for (const step of steps) step(run);
    return (id) => {
      const bit = known.has(id) ? slots.read(run, id, FAMILY) : 0;
      return bit === 0 ? undefined : verdictOf(bit);
    };
  };
}

/**
 * Whether a kept decision has a verdict of `met` that rests on a place not applying: were that place `not-met` wherever
 * it is `not-applicable`, the verdict would not be `met`.
 */
export function metOnlyBecause(
  compiled: CompiledRuleset,
  { node, place }: { readonly node: string; readonly place: string },
): (kept: Compact) => boolean {
  const refold = refolder(compiled);
  const supposed: Supposed = { place, from: 'not-applicable', to: 'not-met' };
  return (kept) => {
    const [as, otherwise] = [refold(kept), refold(kept, supposed)];
    return as?.(node) === 'met' && otherwise?.(node) !== 'met';
  };
}
